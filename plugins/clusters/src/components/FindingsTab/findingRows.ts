import {
  consequencesOf,
  type Finding,
  rootFindings,
} from '@clusterworks/plugin-clusters-common';

/** A finding with those that stand beneath it. */
export type FindingRow = {
  finding: Finding;
  consequences: Finding[];
};

/**
 * Root findings in the given order, each with its consequences. Every finding
 * has one place: beneath the first root that names it, and at the top when what
 * names it is no root.
 */
export function findingRows(findings: readonly Finding[]): FindingRow[] {
  const placed = new Set<string>();
  const isNew = ({ id }: Finding) => !placed.has(id) && placed.add(id);
  const rowOf = (finding: Finding): FindingRow => ({
    finding,
    consequences: consequencesOf(finding, findings).filter(isNew),
  });
  const rows = rootFindings(findings).filter(isNew).map(rowOf);
  const left = findings.filter(isNew);
  return [
    ...rows,
    ...left.map(finding => ({ finding, consequences: [] as Finding[] })),
  ];
}

import type { Finding } from '@clusterworks/plugin-clusters-common';

/** The findings that follow from this one. */
export function consequencesOf(finding: Finding, all: Finding[]): Finding[] {
  return finding.consequences.flatMap(
    id => all.find(other => other.id === id) ?? [],
  );
}

/** `NodePool general`, `Pod shop/web-0`. */
export function subjectText(finding: Finding): string {
  const { kind, namespace, name } = finding.subject;
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

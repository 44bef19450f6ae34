import {
  type ClusterDetail,
  countedAs,
  type Finding,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { assessmentText, findingText } from './assessmentText';
import { plain } from './plain';
import { verdictSign } from './signs';
import type { Style } from './Style';

/** A cluster of the portal as text, or one finding of it. */
export function clusterText(
  { row, assessment }: ClusterDetail,
  finding: Finding | undefined,
  style: Style,
): string {
  const where = style.quiet(placeOf(row));
  if (assessment === undefined) {
    return `${verdictOf(row)}  ${style.strong(plain(row.name))}  ${plain(
      row.headline.text,
    )}\n${where}\n`;
  }
  const text = finding
    ? `${findingText(finding, assessment, style).join('\n')}\n`
    : assessmentText(assessment, style);
  return `${where}\n${text}`;
}

/** The group of the cluster in the fleet's totals, with its sign. */
export function verdictOf(row: FleetRow): string {
  const group = countedAs(row);
  return `${verdictSign[group]} ${group.toUpperCase()}`;
}

/** Where a cluster is, whose it is, and what runs in it, on one line. */
export function placeOf(row: FleetRow): string {
  const { kubernetes, karpenter, cilium } = row.versions;
  const parts = [
    row.environment,
    row.region,
    row.owner,
    `Kubernetes ${kubernetes.observed ?? 'unknown'}`,
    `Karpenter ${karpenter.observed ?? 'unknown'}`,
    `Cilium ${cilium.observed ?? 'unknown'}`,
    row.observedAt && `observed ${row.observedAt}`,
  ];
  return plain(parts.filter(Boolean).join(' · '));
}

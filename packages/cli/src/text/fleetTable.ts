import {
  countedAs,
  type FleetResponse,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { measureText } from './measureText';
import { verdictSign } from './signs';

/** The columns of the fleet, for terminals and for GitHub. */
export const fleetColumns: Record<string, (row: FleetRow) => string> = {
  VERDICT: row => `${verdictSign[countedAs(row)]} ${countedAs(row)}`,
  CLUSTER: row => row.name,
  ENVIRONMENT: row => row.environment ?? '',
  REGION: row => row.region ?? '',
  OWNER: row => row.owner ?? '',
  KUBERNETES: row => row.versions.kubernetes.observed ?? 'unknown',
  KARPENTER: row => row.versions.karpenter.observed ?? 'unknown',
  CILIUM: row => row.versions.cilium.observed ?? 'unknown',
  NODES: row => measureText(row.nodes),
  WHAT: row => row.headline.text,
};

/** How many clusters of the answer are in which state, as one sentence. */
export function fleetSentence({ totals }: FleetResponse): string {
  const { clusters, ...counts } = totals;
  const groups = ['critical', 'degraded', 'unknown', 'building', 'healthy'];
  const said = groups.flatMap(group => {
    const count = counts[group as keyof typeof counts] ?? 0;
    return count > 0 ? [`${count} ${group}`] : [];
  });
  const all = clusters === 1 ? '1 cluster' : `${clusters} clusters`;
  return clusters === 0 ? 'No cluster' : `${all}: ${said.join(', ')}`;
}

/** How many clusters match and are not listed; empty when there are none. */
export function notListed({ totals, items }: FleetResponse): string {
  const left = totals.clusters - items.length;
  return left > 0 ? `${left} more are not listed; raise --limit` : '';
}

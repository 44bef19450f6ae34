import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { groupBy } from '../../format';
import { verdictsWorstFirst } from '../VerdictMark';

const NO_GROUP = '—';

/**
 * The group of a row. Owners are shown without the parts of their references
 * that most have, so that two of one name in two namespaces stay two groups.
 */
export function groupNameOf(
  row: FleetRow,
  group: 'environment' | 'region' | 'owner',
): string {
  const value = row[group];
  const name =
    group === 'owner'
      ? value?.replace(/^group:/, '').replace(/^([^/]*:)?default\//, '$1')
      : value;
  return name || NO_GROUP;
}

/**
 * Rows in groups, the group with the worst clusters first; the order within
 * each group stays.
 */
export function gatherRows(
  rows: readonly FleetRow[],
  groupOf: (row: FleetRow) => string,
): { name: string; members: FleetRow[] }[] {
  const countsOf = (members: readonly FleetRow[]) =>
    verdictsWorstFirst.map(
      verdict => members.filter(row => row.verdict === verdict).length,
    );
  return [...groupBy(rows, groupOf)]
    .map(([name, members]) => ({ name, members, counts: countsOf(members) }))
    .sort((a, b) => {
      const worse = a.counts.findIndex((count, at) => count !== b.counts[at]);
      return worse < 0
        ? a.name.localeCompare(b.name)
        : b.counts[worse] - a.counts[worse];
    })
    .map(({ name, members }) => ({ name, members }));
}

import {
  type Measure,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { groupBy, measureNumber } from '../../format';

/** Clusters that belong together. */
type FleetGroup = { name: string | undefined; members: FleetRow[] };

/** The share of the whole that the smallest tile takes, so that it can be seen. */
const LEAST_SHARE = 0.035;
/** Of many clusters, none is drawn as less than this part of the average. */
const LEAST_OF_AVERAGE = 1 / 3;

function nodesOf(nodes: Measure): number {
  return measureNumber(nodes) ?? 0;
}

/** Clusters in the order of the rows, in one group each. */
export function fleetGroups(
  rows: readonly FleetRow[],
  groupOf?: (row: FleetRow) => string,
): FleetGroup[] {
  const groups = groupBy(rows, row => groupOf?.(row));
  return [...groups].map(([name, members]) => ({ name, members }));
}

/**
 * The area of a tile: the nodes of a cluster, and a least area for clusters
 * that are small or whose nodes are not known.
 */
export function tileArea(rows: readonly FleetRow[]): (row: FleetRow) => number {
  const all = rows.reduce((sum, row) => sum + nodesOf(row.nodes), 0);
  const least = Math.max(
    1,
    Math.min(all * LEAST_SHARE, (all / rows.length) * LEAST_OF_AVERAGE),
  );
  return row => Math.max(least, nodesOf(row.nodes));
}

import type { FleetRow } from '@clusterworks/plugin-clusters-common';

/** A connection and its watches cost as much as so many nodes. */
const CONNECTION = 32;
/** A cluster that was never read. */
const USUAL_NODES = 16;

/**
 * About how much work it is to read a cluster, in nodes. The number of nodes is
 * rounded to a power of two, so that clusters do not move to another backend
 * whenever Karpenter adds a node.
 */
export function leaseWeight(row: Pick<FleetRow, 'nodes'> | undefined): number {
  const nodes =
    row && row.nodes.certainty !== 'unknown' ? row.nodes.value : USUAL_NODES;
  return CONNECTION + 2 ** Math.round(Math.log2(Math.max(1, nodes)));
}

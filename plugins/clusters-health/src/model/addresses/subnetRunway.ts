import type { SubnetLedger } from './subnetLedger';

/**
 * How many more nodes fit into a subnet at most: each takes at least the
 * addresses that the operator gives a node at its start. The last one may start
 * with fewer. Nodes take more as pods come, so this is an upper bound.
 *
 * @returns `undefined` when the block is not known or no node was seen.
 */
export function subnetRunwayNodes(ledger: SubnetLedger): number | undefined {
  const { freeAtMost, leastOfNode } = ledger;
  if (freeAtMost === undefined || leastOfNode === undefined) {
    return undefined;
  }
  const { given, toStart } = leastOfNode;
  return freeAtMost < toStart
    ? 0
    : Math.floor((freeAtMost - toStart) / given) + 1;
}

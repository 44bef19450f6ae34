import type { SubnetLedger } from './subnetLedger';

/**
 * How many more nodes fit into a subnet at most: the upper bound of its free
 * addresses, divided by what a node in this subnet holds on average.
 *
 * @returns `undefined` when the block is not known or no node holds anything.
 */
export function subnetRunwayNodes(ledger: SubnetLedger): number | undefined {
  if (ledger.freeAtMost === undefined || ledger.nodes.length === 0) {
    return undefined;
  }
  const perNode = ledger.held / ledger.nodes.length;
  return perNode > 0 ? Math.floor(ledger.freeAtMost / perNode) : undefined;
}

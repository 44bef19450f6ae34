import { SubnetLedger } from './subnetLedger';

/**
 * How many more nodes a subnet takes, at most: the addresses that are free at
 * most, divided by what a node of this subnet holds on average.
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

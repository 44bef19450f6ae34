import type { ClusterState } from '../ClusterState';
import { type SubnetLedger, subnetLedgers } from './subnetLedger';
import { toEniNode } from './toEniNode';

/** The subnets in which nodes of the cluster have interfaces, by subnet id. */
export function ledgersOf(cluster: ClusterState): Map<string, SubnetLedger> {
  const nodes = cluster.items('ciliumnodes').map(toEniNode);
  return new Map(
    subnetLedgers(nodes).map(ledger => [ledger.subnetId, ledger] as const),
  );
}

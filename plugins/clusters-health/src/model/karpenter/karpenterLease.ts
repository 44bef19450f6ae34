import type { ClusterState } from '../ClusterState';
import type { LeaseFacts } from '../../kinds';

/** Name of the Lease with which Karpenter's replicas elect their leader. */
export const karpenterLeaseName = 'karpenter-leader-election';

/**
 * The Lease of Karpenter, in the namespace of its controller when that is
 * known.
 */
export function karpenterLease(cluster: ClusterState): LeaseFacts | undefined {
  const controller = cluster.index.karpenter();
  return cluster
    .items('leases')
    .find(
      ({ name, namespace }) =>
        name === karpenterLeaseName &&
        (!controller || namespace === controller.namespace),
    );
}

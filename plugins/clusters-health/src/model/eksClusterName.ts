import type { ClusterState } from './ClusterState';

/**
 * The name of the cluster in EKS, for commands: the name in Karpenter's
 * configuration. Without it, a placeholder that the user replaces, because the
 * name in the catalog may be a different one.
 */
export function eksClusterName(cluster: ClusterState): string {
  const named = cluster.index
    .karpenter()
    ?.containers.find(({ env }) => env?.CLUSTER_NAME);
  return named?.env?.CLUSTER_NAME ?? '<name of the cluster in EKS>';
}

import { ClusterState } from './ClusterState';

/**
 * The cluster's name in EKS, for commands: as Karpenter was told. Else words
 * that people replace: the name in the catalog may be another one.
 */
export function eksClusterName(cluster: ClusterState): string {
  const named = cluster.index
    .karpenter()
    ?.containers.find(({ env }) => env?.CLUSTER_NAME);
  return named?.env?.CLUSTER_NAME ?? '<name of the cluster in EKS>';
}

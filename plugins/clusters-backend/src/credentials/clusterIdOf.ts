import { ANNOTATION_KUBERNETES_AWS_CLUSTER_ID } from '@backstage/plugin-kubernetes-common';
import type { ClusterDetails } from '../discovery/KnownCluster';

/** The name of the EKS cluster that tokens for this cluster contain. */
export function clusterIdOf(
  name: string,
  { authMetadata }: Pick<ClusterDetails, 'authMetadata'>,
): string {
  return authMetadata[ANNOTATION_KUBERNETES_AWS_CLUSTER_ID] ?? name;
}

import type { ClusterState } from '../ClusterState';
import type { CrdFacts } from '../../kinds';

/**
 * Karpenter's own CustomResourceDefinitions: those of its core and those of its
 * AWS provider.
 */
export function karpenterCrds(cluster: ClusterState): CrdFacts[] {
  return cluster
    .items('customresourcedefinitions')
    .filter(
      ({ name }) =>
        name.endsWith('.karpenter.sh') || name.endsWith('.karpenter.k8s.aws'),
    );
}

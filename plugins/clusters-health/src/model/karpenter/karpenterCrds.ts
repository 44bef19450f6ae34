import { ClusterState } from '../ClusterState';
import { CrdFacts } from '../../kinds';

/** Karpenter's own definitions, those of the core and of AWS. */
export function karpenterCrds(cluster: ClusterState): CrdFacts[] {
  return cluster
    .items('customresourcedefinitions')
    .filter(
      ({ name }) =>
        name.endsWith('.karpenter.sh') || name.endsWith('.karpenter.k8s.aws'),
    );
}

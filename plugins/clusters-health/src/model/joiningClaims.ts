import { conditionOf, NodeClaimFacts } from '../kinds';
import { ClusterState } from './ClusterState';

/** NodeClaims of Karpenter's own AWS provider that are on their way into service. */
export function joiningClaims(cluster: ClusterState): NodeClaimFacts[] {
  return cluster.index
    .ownClaims()
    .filter(
      claim =>
        claim.deletedAt === undefined &&
        conditionOf(claim, 'Initialized')?.status !== 'True',
    );
}

import type { NodeClaimFacts } from '../kinds';
import { conditionOf } from '../kinds';
import type { ClusterState } from './ClusterState';

/**
 * Cached per cluster, because a rule may need it for each of thousands of pods.
 */
const known = new WeakMap<ClusterState, readonly NodeClaimFacts[]>();

/**
 * NodeClaims of Karpenter's own AWS provider whose nodes are not in service
 * yet.
 */
export function joiningClaims(
  cluster: ClusterState,
): readonly NodeClaimFacts[] {
  let claims = known.get(cluster);
  if (!claims) {
    claims = cluster.index
      .ownClaims()
      .filter(
        claim =>
          claim.deletedAt === undefined &&
          conditionOf(claim, 'Initialized')?.status !== 'True',
      );
    known.set(cluster, claims);
  }
  return claims;
}

import { RuleContext } from '../engine/RuleContext';
import { conditionOf, NodeClaimFacts } from '../kinds';

/** NodeClaims that are on their way into service. */
export function joiningClaims(ctx: RuleContext): NodeClaimFacts[] {
  return ctx.index
    .ownClaims()
    .filter(
      claim =>
        claim.deletedAt === undefined &&
        conditionOf(claim, 'Initialized')?.status !== 'True',
    );
}

/**
 * Time since a NodeClaim was created: conditions keep the time of creation
 * while their reasons change (facts/karpenter-observed.md 3).
 */
export function joiningFor(
  ctx: RuleContext,
  claim: NodeClaimFacts,
): { since: number; age: number } | undefined {
  const since = ctx.heldSince(`joining/${claim.name}`, claim.createdAt);
  return since === undefined ? undefined : { since, age: ctx.now - since };
}

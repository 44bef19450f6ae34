import type { NodeClaimFacts } from '../kinds';
import type { RuleContext } from './RuleContext';

/**
 * Time since a NodeClaim was created. The times of its conditions are no
 * substitute: they stay at the creation while the reasons change.
 */
export function joiningFor(
  ctx: RuleContext,
  claim: NodeClaimFacts,
): { since: number; age: number } | undefined {
  const since = ctx.heldSince(`joining/${claim.name}`, claim.createdAt);
  return since === undefined ? undefined : { since, age: ctx.now - since };
}

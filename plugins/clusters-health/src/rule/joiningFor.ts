import { NodeClaimFacts } from '../kinds';
import { RuleContext } from './RuleContext';

/**
 * Time since a NodeClaim was created: its conditions keep the time of creation
 * while their reasons change.
 */
export function joiningFor(
  ctx: RuleContext,
  claim: NodeClaimFacts,
): { since: number; age: number } | undefined {
  const since = ctx.heldSince(`joining/${claim.name}`, claim.createdAt);
  return since === undefined ? undefined : { since, age: ctx.now - since };
}

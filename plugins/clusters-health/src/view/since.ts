import { conditionOf, type NodeClaimFacts } from '../kinds';

/** Since when a condition has been True. */
export function since(claim: NodeClaimFacts, type: string): number | undefined {
  const condition = conditionOf(claim, type);
  return condition?.status === 'True' ? condition.since : undefined;
}

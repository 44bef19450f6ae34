import type { BudgetFacts, NodePoolFacts } from '../../kinds';

/** What Karpenter assumes for a pool without budgets. */
const DEFAULT_BUDGETS: readonly BudgetFacts[] = [{ nodes: '10%' }];

/** The budgets of a pool, or those that Karpenter assumes. */
export function budgetsOf({ budgets }: NodePoolFacts): readonly BudgetFacts[] {
  return budgets ?? DEFAULT_BUDGETS;
}

/**
 * How many nodes a budget allows while it is active. Percentages refer to the
 * nodes of the pool and are rounded up.
 *
 * @param total - number of initialised nodes in the pool
 *
 * @returns undefined when the budget cannot be parsed
 */
export function amountOf(
  { nodes }: BudgetFacts,
  total: number,
): number | undefined {
  const percent = /^(\d{1,3})%$/.exec(nodes);
  if (percent) {
    return Math.ceil((total * Number(percent[1])) / 100);
  }
  return /^\d{1,9}$/.test(nodes) ? Number(nodes) : undefined;
}

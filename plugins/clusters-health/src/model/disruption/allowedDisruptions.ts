import type { BudgetFacts, NodePoolFacts } from '../../kinds';
import { amountOf, budgetsOf } from './budgetAmount';
import type { BudgetWindow } from './budgetWindow';
import { budgetWindow } from './budgetWindow';

/** Reasons for which Karpenter may disrupt a node by itself. */
export const disruptionReasons = ['Underutilized', 'Empty', 'Drifted'] as const;

/** A reason for which Karpenter may disrupt a node by itself. */
export type DisruptionReason = (typeof disruptionReasons)[number];

/**
 * How many nodes the budgets of a pool allow Karpenter to disrupt now, for one
 * reason.
 */
export interface Allowance {
  reason: DisruptionReason;
  /**
   * Number of nodes at the same time; undefined when a budget cannot be parsed.
   */
  nodes: number | undefined;
  /**
   * The budget with the smallest number; undefined when no budget is active.
   */
  budget?: BudgetFacts;
  window?: BudgetWindow;
}

/**
 * How many nodes of a pool may be disrupted at the same time, now and for one
 * reason: the smallest number of the active budgets that name the reason or no
 * reason. Percentages refer to the nodes of the pool and are rounded up. When
 * no budget is active, all nodes may be disrupted.
 *
 * @param total - number of initialised nodes in the pool
 */
export function allowedDisruptions(
  pool: NodePoolFacts,
  reason: DisruptionReason,
  total: number,
  now: number,
): Allowance {
  let result: Allowance = { reason, nodes: total };
  for (const budget of budgetsOf(pool)) {
    const applies = !budget.reasons || budget.reasons.includes(reason);
    const window = applies ? budgetWindow(budget, now) : { active: false };
    const nodes = window?.active ? amountOf(budget, total) : undefined;
    if (!window || (window.active && nodes === undefined)) {
      return { reason, nodes: undefined, budget };
    }
    if (nodes !== undefined && nodes <= (result.nodes ?? Infinity)) {
      result = { reason, nodes, budget, window };
    }
  }
  return result;
}

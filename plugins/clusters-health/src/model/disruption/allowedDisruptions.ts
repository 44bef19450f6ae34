import { BudgetFacts, NodePoolFacts } from '../../kinds';
import { BudgetWindow, budgetWindow } from './budgetWindow';

/** Why Karpenter may disrupt a node on its own accord. */
export const disruptionReasons = ['Underutilized', 'Empty', 'Drifted'] as const;

/** Why Karpenter may disrupt a node on its own accord. */
export type DisruptionReason = (typeof disruptionReasons)[number];

/** What the budgets of a pool allow at one moment for one reason. */
export interface Allowance {
  reason: DisruptionReason;
  /** Nodes at a time; undefined when a budget cannot be read. */
  nodes: number | undefined;
  /** The budget that sets it; undefined when none holds. */
  budget?: BudgetFacts;
  window?: BudgetWindow;
}

const defaultBudgets: BudgetFacts[] = [{ nodes: '10%' }];

/**
 * How many nodes of a pool may be disrupted at a time now, for a reason: the
 * least of the budgets that hold and name the reason (or none). Per cent are
 * of the pool's nodes and round up. Without a budget that holds, all may.
 *
 * @param total - nodes of the pool that are initialised
 */
export function allowedDisruptions(
  pool: NodePoolFacts,
  reason: DisruptionReason,
  total: number,
  now: number,
): Allowance {
  let result: Allowance = { reason, nodes: total };
  for (const budget of pool.budgets ?? defaultBudgets) {
    const applies = !budget.reasons || budget.reasons.includes(reason);
    const window = applies ? budgetWindow(budget, now) : { active: false };
    const nodes = window?.active ? amount(budget.nodes, total) : undefined;
    if (!window || (window.active && nodes === undefined)) {
      return { reason, nodes: undefined, budget };
    }
    if (nodes !== undefined && nodes <= (result.nodes ?? Infinity)) {
      result = { reason, nodes, budget, window };
    }
  }
  return result;
}

function amount(text: string, total: number): number | undefined {
  const percent = /^(\d{1,3})%$/.exec(text);
  if (percent) return Math.ceil((total * Number(percent[1])) / 100);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

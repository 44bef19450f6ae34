import type { BudgetFacts, NodePoolFacts } from '../../kinds';
import type { DisruptionReason } from './allowedDisruptions';
import { amountOf, budgetsOf } from './budgetAmount';
import { type BudgetSpan, budgetWindows } from './budgetWindows';

/** How many nodes may be disrupted at the same time within a span. */
export interface AllowanceSpan extends BudgetSpan {
  nodes: number;
}

const DAY_MS = 24 * 3_600_000;
const DAYS = 7;
/** The schedules of more budgets take too long to read. */
const MOST_BUDGETS = 10;

/** The seven days in UTC that begin with the one of a time. */
export function weekOf(now: number): BudgetSpan {
  const from = Math.floor(now / DAY_MS) * DAY_MS;
  return { from, until: from + DAYS * DAY_MS };
}

/** Facts never change, so windows are found once a day. */
const known = new WeakMap<
  BudgetFacts,
  { from: number; windows: BudgetSpan[] | undefined }
>();

function windowsOf(
  budget: BudgetFacts,
  week: BudgetSpan,
): BudgetSpan[] | undefined {
  const found = known.get(budget);
  if (found?.from === week.from) {
    return found.windows;
  }
  const windows = budgetWindows(budget, week);
  known.set(budget, { from: week.from, windows });
  return windows;
}

/**
 * How many nodes the budgets of a pool allow Karpenter to disrupt for one
 * reason, over a week: as `allowedDisruptions` at each time, with the present
 * number of nodes.
 *
 * @param total - number of initialised nodes in the pool
 *
 * @returns undefined when a budget cannot be parsed, or changes too often to be
 *   drawn
 */
export function allowanceWeek(
  pool: NodePoolFacts,
  reason: DisruptionReason,
  total: number,
  week: BudgetSpan,
): AllowanceSpan[] | undefined {
  const budgets = budgetsOf(pool);
  if (budgets.length > MOST_BUDGETS) {
    return undefined;
  }
  const active: { nodes: number; windows: BudgetSpan[] }[] = [];
  for (const budget of budgets) {
    if (!budget.reasons || budget.reasons.includes(reason)) {
      const nodes = amountOf(budget, total);
      const windows = windowsOf(budget, week);
      if (nodes === undefined || !windows) {
        return undefined;
      }
      active.push({ nodes, windows });
    }
  }
  const edges = active.flatMap(({ windows }) =>
    windows.flatMap(({ from, until }) => [from, until]),
  );
  const times = [...new Set([week.from, ...edges, week.until])].sort(
    (a, b) => a - b,
  );
  const spans: AllowanceSpan[] = [];
  for (const [index, from] of times.slice(0, -1).entries()) {
    const nodes = active
      .filter(({ windows }) =>
        windows.some(window => window.from <= from && from < window.until),
      )
      .reduce((least, budget) => Math.min(least, budget.nodes), total);
    const last = spans[spans.length - 1];
    if (last?.nodes === nodes) {
      last.until = times[index + 1];
    } else {
      spans.push({ from, until: times[index + 1], nodes });
    }
  }
  return spans;
}

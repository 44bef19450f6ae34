import type {
  BudgetView,
  DisruptionView,
} from '@clusterworks/plugin-clusters-common';
import {
  allowedDisruptions,
  disruptionReasons,
} from '../model/disruption/allowedDisruptions';
import {
  type AllowanceSpan,
  allowanceWeek,
  weekOf,
} from '../model/disruption/allowanceWeek';
import { budgetsOf } from '../model/disruption/budgetAmount';
import { budgetWindow } from '../model/disruption/budgetWindow';
import type { BudgetFacts, NodePoolFacts } from '../kinds';
import { conditionOf } from '../kinds';
import { timeView } from './conditionView';
import type { Look } from './Look';

/**
 * How many nodes Karpenter may disrupt in a pool now, according to its budgets.
 * `undefined` when NodeClaims were not read, because a percentage needs the
 * number of nodes.
 */
export function disruptionView(
  look: Look,
  pool: NodePoolFacts,
): DisruptionView | undefined {
  if (look.snapshot.resources.nodeclaims.state !== 'ok') {
    return undefined;
  }
  const claims = look.index.claimsByPool().get(pool.name) ?? [];
  const total = claims.filter(
    claim => conditionOf(claim, 'Initialized')?.status === 'True',
  ).length;
  return {
    budgets: budgetsOf(pool).flatMap(
      budget => budgetView(look, pool, budget, total) ?? [],
    ),
    allowedNow: disruptionReasons.flatMap(reason => {
      const { nodes } = allowedDisruptions(pool, reason, total, look.now);
      return nodes === undefined ? [] : { reason, nodes };
    }),
    drifted: claims.filter(
      claim => conditionOf(claim, 'Drifted')?.status === 'True',
    ).length,
    nodes: total,
    week: weekView(look, pool, total),
  };
}

/** Only of pools with a schedule: others allow the same all the time. */
function weekView(
  look: Look,
  pool: NodePoolFacts,
  total: number,
): DisruptionView['week'] {
  if (!budgetsOf(pool).some(({ schedule }) => schedule !== undefined)) {
    return undefined;
  }
  const week = weekOf(look.now);
  const reasons = disruptionReasons.flatMap(reason => {
    const spans = allowanceWeek(pool, reason, total, week);
    return spans ? { reason, spans: spans.map(spanView) } : [];
  });
  return {
    from: new Date(week.from).toISOString(),
    until: new Date(week.until).toISOString(),
    reasons,
  };
}

function spanView({ from, nodes }: AllowanceSpan) {
  return { from: new Date(from).toISOString(), nodes };
}

/**
 * A budget that cannot be parsed is left out: Karpenter would refuse it too.
 */
function budgetView(
  look: Look,
  pool: NodePoolFacts,
  budget: BudgetFacts,
  total: number,
): BudgetView | undefined {
  const window = budgetWindow(budget, look.now);
  const always = { ...budget, schedule: undefined, reasons: undefined };
  const { nodes } = allowedDisruptions(
    { ...pool, budgets: [always] },
    'Empty',
    total,
    look.now,
  );
  if (!window || nodes === undefined) {
    return undefined;
  }
  return {
    nodes: budget.nodes,
    reasons: budget.reasons,
    schedule: budget.schedule,
    duration: budget.duration,
    active: window.active,
    allows: nodes,
    until: timeView(window.until),
    next: timeView(window.next),
  };
}

import type {
  ClusterView,
  Measure,
  NodeClaimView,
  ReplacementPace,
} from '@clusterworks/plugin-clusters-common';
import type { NodePoolFacts } from '../../kinds';
import { allowedDisruptions } from '../../model/disruption/allowedDisruptions';
import { bootSeconds, NO_BOOT_SEEN } from '../bootSeconds';
import { timeView } from '../conditionView';
import { atLeast, exact, unknownMeasure } from '../measures';

/**
 * How fast Karpenter replaces drifted nodes of a pool: a round of as many nodes
 * as the budgets allow takes at least as long as a node takes to start.
 *
 * @param pool - with the budgets that hold after the change
 * @param going - the nodes to replace
 * @param all - all nodes of the pool
 */
export function paceOf(
  pool: NodePoolFacts,
  going: readonly NodeClaimView[],
  all: readonly NodeClaimView[],
  view: ClusterView,
  now: number,
): ReplacementPace {
  const total = all.filter(
    ({ initializedAt, drainingSince }) => initializedAt && !drainingSince,
  ).length;
  const allowed = allowedDisruptions(pool, 'Drifted', total, now);
  const until = allowed.nodes === 0 ? allowed.window?.until : undefined;
  return {
    nodePool: pool.name,
    nodes: going.length,
    atOnce:
      allowed.nodes === undefined
        ? unknownMeasure('a budget cannot be parsed')
        : exact(allowed.nodes),
    ...(allowed.budget ? { budget: allowed.budget.nodes } : {}),
    ...(until === undefined ? {} : { until: timeView(until) }),
    seconds: secondsOf(
      pool.name,
      going.length,
      allowed.nodes,
      until,
      view,
      now,
    ),
  };
}

function secondsOf(
  pool: string,
  nodes: number,
  allowed: number | undefined,
  until: number | undefined,
  view: ClusterView,
  now: number,
): Measure {
  if (allowed === undefined) {
    return unknownMeasure('a budget cannot be parsed');
  }
  if (allowed === 0) {
    return until === undefined
      ? unknownMeasure('a budget of 0 stops it until the budget is changed')
      : atLeast(Math.round((until - now) / 1000));
  }
  const boot = bootSeconds(pool, view.karpenter.bootTimes);
  return boot === undefined
    ? unknownMeasure(NO_BOOT_SEEN)
    : atLeast(Math.round(Math.ceil(nodes / allowed) * boot));
}

/** The longest of some lower bounds; unknown when one of them is. */
export function longest(paces: readonly ReplacementPace[]): Measure {
  let most = 0;
  for (const { seconds, nodePool } of paces) {
    if (seconds.certainty === 'unknown') {
      return unknownMeasure(`${nodePool}: ${seconds.reason}`);
    }
    most = Math.max(most, seconds.value);
  }
  return paces.length === 0 ? exact(0) : atLeast(most);
}

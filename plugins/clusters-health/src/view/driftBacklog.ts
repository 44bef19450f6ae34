import type {
  BootTimesView,
  DriftBacklog,
  HeldNodeView,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import type { NodePoolFacts } from '../kinds';
import { budgetsOf } from '../model/disruption/budgetAmount';
import { allowanceWeek, weekOf } from '../model/disruption/allowanceWeek';
import { bootSeconds, NO_BOOT_SEEN } from './bootSeconds';
import { estimate, unknownMeasure } from './measures';

/**
 * The nodes of a pool that drifted, and when the last of them will be replaced:
 * in rounds of as many nodes as the budgets allow at that time, of which each
 * takes as long as a node takes to start. Nodes that a pod holds are left out of
 * the estimate. Absent when no node drifted.
 *
 * @param nodes - how many nodes drifted
 * @param total - all nodes of the pool, of which percentages are taken
 * @param held - absent when it is not known what holds nodes
 * @param now - milliseconds since 1970
 */
export function driftBacklog(options: {
  pool: NodePoolFacts;
  nodes: number;
  total: number;
  held: readonly HeldNodeView[] | undefined;
  times: readonly BootTimesView[] | undefined;
  now: number;
}): DriftBacklog | undefined {
  const { pool, nodes, held, now } = options;
  if (nodes === 0) {
    return undefined;
  }
  const stuck = held?.filter(
    ({ nodePool, blockers }) => nodePool === pool.name && blockers.length > 0,
  ).length;
  const going = nodes - Math.min(nodes, stuck ?? 0);
  return {
    nodes,
    ...(stuck === undefined ? {} : { held: Math.min(nodes, stuck) }),
    seconds:
      going === 0
        ? unknownMeasure('pods hold all of them')
        : secondsOf({ ...options, going }, now),
  };
}

function secondsOf(
  options: {
    pool: NodePoolFacts;
    going: number;
    total: number;
    times: readonly BootTimesView[] | undefined;
  },
  now: number,
): Measure {
  const { pool, going, total, times } = options;
  const spans = allowanceWeek(pool, 'Drifted', total, weekOf(now));
  if (!spans) {
    return unknownMeasure(
      'its budgets cannot be read, or change too often to be followed',
    );
  }
  if (spans.every(({ nodes }) => nodes === 0)) {
    return unknownMeasure('its budgets allow none this week');
  }
  const boot = bootSeconds(pool.name, times);
  if (boot === undefined) {
    return unknownMeasure(NO_BOOT_SEEN);
  }
  // A round that takes no time would never be one.
  const roundMs = Math.max(1, boot * 1000);
  const isAlways = budgetsOf(pool).every(
    ({ schedule }) => schedule === undefined,
  );
  let left = going;
  let time = now;
  for (const { from, until, nodes } of spans) {
    const start = Math.max(time, from);
    const end = isAlways ? Infinity : until;
    if (nodes > 0 && start < end) {
      const rounds = Math.min(
        Math.ceil(left / nodes),
        Math.ceil((end - start) / roundMs),
      );
      left -= rounds * nodes;
      time = start + rounds * roundMs;
      if (left <= 0) {
        return estimate(Math.round((time - now) / 1000));
      }
    }
  }
  return unknownMeasure(
    `not this week: its budgets allow ${going - left} of ${going} until then`,
  );
}

import { addTo } from '../../../model/addTo';
import { HOUR, MINUTE } from '../../../model/durations';
import { eventsOfPod } from '../../../model/karpenter/karpenterEvents';
import {
  launchableTypes,
  smallestCpus,
} from '../../../model/karpenter/launchableTypes';
import { limitUses } from '../../../model/karpenter/limitUse';
import type { RuleContext } from '../../../rule/RuleContext';
import {
  type EventFacts,
  type NodePoolFacts,
  type PodFacts,
  quantityToNumber,
} from '../../../kinds';

/**
 * Maximum age of the event with the reason why a pod waits; Karpenter repeats
 * the event every 5 minutes.
 */
export const EVENT_WINDOW = 6 * MINUTE;
const LIMIT = /exceed limits|node limits have been/;
/** Reasons that are independent of the remainder of a limit. */
const ELSE =
  /did not tolerate|incompatible requirements|does not have known values|topology|nodeclaim\/|failed to launch/i;

/**
 * Pods that wait because a pool has reached its limit, by the name of the pool.
 */
export function podsBlockedByLimit(
  ctx: RuleContext,
): ReadonlyMap<string, PodFacts[]> {
  const result = new Map<string, PodFacts[]>();
  const pools = ctx.index.ownPools().filter(pool => hasLimit(pool));
  for (const pod of pools.length > 0 ? ctx.index.waitingPods() : []) {
    const events = eventsOfPod(ctx, pod, HOUR);
    for (const pool of pools) {
      if (isBlocked(ctx, pool, pod, events)) {
        addTo(result, pool.name, pod);
      }
    }
  }
  return result;
}

function hasLimit({ limits }: NodePoolFacts): boolean {
  return Object.keys(limits).length > 0;
}

/**
 * Whether Karpenter's newest event names the limit; or whether the remainder of
 * the limit is too small for an instance for the pod and Karpenter's newest
 * events give no other reason.
 */
function isBlocked(
  ctx: RuleContext,
  pool: NodePoolFacts,
  pod: PodFacts,
  [newest, ...older]: readonly EventFacts[],
): boolean {
  if (!newest || !ctx.recent(newest, 10 * MINUTE)) {
    return false;
  }
  if (ctx.recent(newest, EVENT_WINDOW) && namesLimit(newest.message, pool)) {
    return true;
  }
  const part = partAbout(newest.message, pool, ctx.index.ownPools().length);
  const told =
    (part !== undefined && !ELSE.test(part)) ||
    older.some(({ message }) => namesLimit(message, pool));
  return told && !ELSE.test(part ?? newest.message) && !hasRoom(pool, pod);
}

function namesLimit(message: string, { name }: NodePoolFacts): boolean {
  const at = message.search(LIMIT);
  const rest = message.slice(Math.max(0, at - 200));
  return at >= 0 && names(rest, name);
}

function names(text: string, pool: string): boolean {
  return (
    text.includes(`NodePool=${pool})`) ||
    text.includes(`NodePool=${pool},`) ||
    text.includes(`"${pool}"`)
  );
}

/**
 * The part of a message about one pool; when the message names no pool, the
 * whole message applies to the only pool.
 */
function partAbout(
  message: string,
  { name }: NodePoolFacts,
  pools: number,
): string | undefined {
  const parts = message.split('; ');
  const own = parts.find(part => names(part, name));
  const unnamed = !/nodepool "|NodePool=/.test(message);
  return own ?? (unnamed && pools === 1 ? message : undefined);
}

/** Whether the remainder of each limit suffices for an instance for the pod. */
function hasRoom(pool: NodePoolFacts, pod: PodFacts): boolean {
  return limitUses(pool).every(({ resource, limit, used }) => {
    const left = (quantityToNumber(limit) ?? 0) - (quantityToNumber(used) ?? 0);
    return left >= leastNeeded(pool, pod, resource);
  });
}

/** The minimum of a resource that an instance for the pod has. */
function leastNeeded(
  pool: NodePoolFacts,
  pod: PodFacts,
  resource: string,
): number {
  switch (resource) {
    case 'cpu':
      return Math.max(pod.cpu, smallestCpus(launchableTypes(pool)) ?? 0);
    case 'memory':
      return pod.memory;
    case 'nvidia.com/gpu':
      return pod.gpus;
    case 'nodes':
      return 1;
    default:
      return 0;
  }
}

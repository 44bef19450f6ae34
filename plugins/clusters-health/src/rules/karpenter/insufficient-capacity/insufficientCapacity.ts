import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { unschedulable } from '../../../model/unschedulable';
import { conditionOf, type EventFacts, type PodFacts } from '../../../kinds';
import { unscheduledSince } from '../../../model/karpenter/unscheduledSince';
import {
  capacityErrors,
  poolOfClaimName,
} from '../../../model/karpenter/capacityErrors';
import { fleetErrors } from '../../../model/karpenter/fleetErrors';
import { eventsOfPod } from '../../../model/karpenter/karpenterEvents';
import { isForeignClaim } from '../../../model/karpenter/isForeignClaim';
import { refusalRemedy, sayRefusal } from './insufficientCapacityText';
import { insufficientCapacityDoc } from './insufficientCapacityDoc';
import { addTo } from '../../../model/addTo';

/** Karpenter leaves out an offering for this long after EC2 refused it. */
const SKIPPED = 3 * MINUTE;

/**
 * L8: EC2 refuses the instances that a NodePool may launch, for lack of
 * capacity or another reason.
 */
export const insufficientCapacity: Rule = {
  code: 'karpenter/L8',
  id: 'insufficient-capacity',
  component: 'karpenter',
  doc: insufficientCapacityDoc,
  needs: ['events'],
  details: ['pods', 'nodepools', 'nodeclaims'],
  evaluate(ctx) {
    const pools = ctx.index.ownPools();
    const byPool = new Map<string, EventFacts[]>();
    for (const [claim, event] of capacityErrors(ctx)) {
      if (!isForeignClaim(ctx, claim)) {
        const pool =
          poolOfClaimName(claim, pools) ??
          claim.slice(0, Math.max(0, claim.lastIndexOf('-')));
        addTo(byPool, pool, event);
      }
    }
    return {
      findings: [...byPool].map(([pool, events]) => draft(ctx, pool, events)),
    };
  },
};

function draft(
  ctx: RuleContext,
  pool: string,
  events: readonly EventFacts[],
): DraftFinding {
  const waiting = ctx.index
    .waitingPods()
    .filter(pod => wantsPool(ctx, pod, pool));
  const long = waiting.filter(pod => {
    const since = unscheduledSince(pod);
    return since !== undefined && ctx.now - since > 5 * MINUTE;
  });
  const times = events.flatMap(({ firstAt }) => firstAt ?? []);
  const errors = events.flatMap(({ message }) => fleetErrors(message));
  return {
    severity: severityOf(ctx, pool, events, long.length > 0),
    subject: subjectOf('NodePool', { name: pool }),
    since: times.length > 0 ? Math.min(...times) : undefined,
    title: `${sayRefusal(pool, errors)}: ${count(
      events.length,
      'launch',
      'launches',
    )} refused${
      waiting.length > 0
        ? `, ${count(waiting.length, 'pod waits', 'pods wait')}`
        : ''
    }`,
    evidence: events.slice(0, 3).map(event => ({
      object: `${event.involved.kind ?? ''}/${event.involved.name ?? ''}`,
      path: 'events[InsufficientCapacityError]',
      value: event.message.slice(0, 300),
    })),
    remedy: refusalRemedy(pool, errors),
    touches: [
      touch.pool(pool),
      ...(waiting.length > 0 ? [touch.waitingPods()] : []),
      ...waiting.map(pod => touch.pod(pod.namespace, pod.name)),
    ],
  };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/**
 * When the refusals are over, because every pod runs or the pool launches
 * again, the finding is only `info`.
 */
function severityOf(
  ctx: RuleContext,
  pool: string,
  events: readonly EventFacts[],
  long: boolean,
): DraftFinding['severity'] {
  if (long) {
    return 'critical';
  }
  const allRun = ctx.ok('pods') && ctx.index.waitingPods().length === 0;
  const isOver = allRun && !events.some(event => ctx.recent(event, SKIPPED));
  return isOver || launchedSince(ctx, pool, events) ? 'info' : 'warning';
}

/** Whether an instance of the pool was launched after the last refusal. */
function launchedSince(
  ctx: RuleContext,
  pool: string,
  events: readonly EventFacts[],
): boolean {
  const last = Math.max(...events.map(({ lastAt = Infinity }) => lastAt));
  return (ctx.index.claimsByPool().get(pool) ?? []).some(claim => {
    const launched = conditionOf(claim, 'Launched');
    return launched?.status === 'True' && (launched.since ?? 0) > last;
  });
}

/**
 * Whether the pod waits for this pool. The pod's newest Karpenter event names a
 * claim, or says that no instance type fits. A pod without an event counts,
 * because Karpenter launches only for waiting pods.
 */
function wantsPool(ctx: RuleContext, pod: PodFacts, pool: string): boolean {
  const [newest] = eventsOfPod(ctx, pod, 10 * MINUTE);
  if (!newest) {
    // Karpenter ignores pods whose volume claims are not bound.
    return !/volumeclaim/i.test(unschedulable(pod)?.message ?? '');
  }
  const claim = /nodeclaim[/ ]([a-z0-9.-]+)/i.exec(newest.message)?.[1];
  if (claim) {
    const gone = !ctx.index.claimByName().has(claim);
    return gone && claim.startsWith(`${pool}-`);
  }
  return /filtered out all available|required offering|no instance type/.test(
    newest.message,
  );
}

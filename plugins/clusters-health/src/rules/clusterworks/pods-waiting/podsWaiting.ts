import { MINUTE, sayDuration, SECOND } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { eventsOfPod } from '../../../model/karpenter/karpenterEvents';
import type { SchedulingFailure } from '../../../model/karpenter/schedulingFailure';
import {
  isOnItsWay,
  waitingCause,
} from '../../../model/karpenter/waitingCause';
import { unscheduledSince } from '../../../model/karpenter/unscheduledSince';
import { joiningClaims } from '../../../model/joiningClaims';
import { poolOf } from '../../../model/poolOf';
import { isTakenDown } from '../../../model/isDraining';
import { unschedulable } from '../../../model/unschedulable';
import type { PodFacts } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { podsWaitingDoc } from './podsWaitingDoc';

/** Pods count after this time, because a new node takes about a minute. */
const SEEN_AFTER = MINUTE;
const LONG = 5 * MINUTE;
/**
 * Shorter than `SEEN_AFTER`: when events are forbidden, nothing else shows that
 * Karpenter does nothing.
 */
const BLIND = 30 * SECOND;
const SHOWN = 5;

interface Group {
  cause: SchedulingFailure;
  pods: PodFacts[];
  /** Whether one of the pods has waited for too long. */
  long: boolean;
}

/**
 * Pods that no node fits: an `info` finding after the first minute, later a
 * warning. Pods for which a node is being launched are not reported in the
 * first minutes.
 */
export const podsWaiting: Rule = {
  code: 'clusterworks/pods-waiting',
  id: 'pods-waiting',
  component: 'clusterworks',
  doc: podsWaitingDoc,
  needs: ['pods'],
  uses: ['events', 'nodeclaims'],
  details: ['nodepools'],
  evaluate(ctx) {
    const groups = new Map<string, Group>();
    const patience = isBlind(ctx) ? BLIND : LONG;
    let unsure = false;
    for (const pod of ctx.index.waitingPods()) {
      const since = ctx.heldSince(
        `waiting/${pod.uid ?? pod.name}`,
        unscheduledSince(pod),
      );
      if (since === undefined) {
        unsure = true;
      } else if (ctx.now - since > Math.min(SEEN_AFTER, patience)) {
        add(groups, ctx, pod, ctx.now - since > patience);
      }
    }
    const pools = new Set(
      joiningClaims(ctx).flatMap(claim => poolOf(claim) ?? []),
    );
    const findings = [...groups.values()]
      .filter(({ cause, long }) => long || !isOnItsWay(cause))
      .map(group => draft(ctx, group, [...pools]));
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function isBlind(ctx: RuleContext): boolean {
  return !ctx.ok('events') && joiningClaims(ctx).length === 0;
}

function add(
  groups: Map<string, Group>,
  ctx: RuleContext,
  pod: PodFacts,
  long: boolean,
): void {
  const cause = waitingCause(ctx, pod);
  const group = groups.get(cause.says);
  if (group) {
    group.pods.push(pod);
    group.long ||= long;
  } else {
    groups.set(cause.says, { cause, pods: [pod], long });
  }
}

function draft(
  ctx: RuleContext,
  { cause, pods, long }: Group,
  joiningPools: readonly string[],
): DraftFinding {
  const times = pods.flatMap(pod => unscheduledSince(pod) ?? []);
  const since = times.length > 0 ? Math.min(...times) : undefined;
  const age = since === undefined ? '' : ` for ${sayDuration(ctx.now - since)}`;
  const [first] = pods;
  return {
    // The workloads of a cluster that is taken down lose their nodes on purpose.
    severity: long && !isTakenDown(ctx) ? 'warning' : 'info',
    subject: subjectOf('Pod', first),
    since,
    title: `${pods.length} ${
      pods.length === 1 ? 'pod has' : 'pods have'
    } waited for a node${age}: ${cause.says}`,
    evidence: pods.slice(0, SHOWN).flatMap(pod => evidenceOfPod(ctx, pod)),
    remedy: [
      {
        text: cause.advice,
        command: shellCommand`kubectl -n ${first.namespace} describe pod ${first.name}`,
      },
    ],
    touches: [
      touch.waitingPods(),
      ...pods.map(pod => touch.pod(pod.namespace, pod.name)),
      ...joiningPools.map(touch.pool),
    ],
    key: cause.says,
  };
}

function evidenceOfPod(
  ctx: RuleContext,
  pod: PodFacts,
): DraftFinding['evidence'] {
  const [newest] = eventsOfPod(ctx, pod, 10 * MINUTE);
  return [
    evidenceOf(
      'Pod',
      pod,
      'status.conditions[PodScheduled]',
      unschedulable(pod)?.message ?? 'Unschedulable',
    ),
    ...(newest
      ? [
          evidenceOf(
            'Pod',
            pod,
            `events[${newest.reason ?? 'Karpenter'}]`,
            newest.message,
          ),
        ]
      : []),
  ];
}

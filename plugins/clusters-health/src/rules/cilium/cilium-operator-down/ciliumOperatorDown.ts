import { MINUTE, SECOND } from '../../../model/durations';
import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import { pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  crashEvidence,
  readLastRun,
  sayCrash,
} from '../../../rule/crashFinding';
import { crashLoopOf } from '../../../rule/crashLoopOf';
import {
  rolloutTrouble,
  type RolloutTrouble,
} from '../../../rule/rolloutFinding';
import {
  conditionOf,
  type LeaseFacts,
  type WorkloadFacts,
} from '../../../kinds';
import { isOverdue, isRolling } from '../../../model/rollout';
import { runsLinuxPods } from '../../../model/agentPlacement';
import { ciliumOperatorDownDoc } from './ciliumOperatorDownDoc';
import { leaseEvidence, operatorRemedy } from './ciliumOperatorDownText';

/** Name of the operator's Lease, unchanged since Cilium 1.7. */
export const operatorLease = 'cilium-operator-resource-lock';

/**
 * A leader renews the Lease every 2 s. After an orderly stop, the Lease has a
 * duration of one second, so at least 15 s are assumed. That time counts twice,
 * because lists are not read at the same instant.
 */
const LEAST_LEASE = 15 * SECOND;
const ROLLOUT = 5 * MINUTE;

/** D03: no operator runs that assigns addresses and removes taints. */
export const ciliumOperatorDown: Rule = {
  code: 'cilium/D03',
  id: 'cilium-operator-down',
  component: 'cilium',
  doc: ciliumOperatorDownDoc,
  needs: ['deployments'],
  uses: ['leases', 'nodes', 'pods', 'events'],
  details: ['daemonsets'],
  evaluate(ctx) {
    const operator = ctx.index.ciliumOperator();
    if (!operator) {
      return unknown('there is no Cilium operator Deployment');
    }
    return evaluateOperator(ctx, operator);
  },
};

function evaluateOperator(
  ctx: RuleContext,
  operator: WorkloadFacts,
): RuleResult {
  const desired = operator.desired ?? 1;
  const lease = ctx.index.leaseByName().get(operatorLease);
  const state: OperatorState = { operator, lease };
  if (desired === 0) {
    return fire(ctx, state, 'critical', 'is scaled to zero');
  }
  const crashing = crashes(ctx, operator, lease);
  if (operator.available === 0) {
    const [crash] = crashing;
    const trouble = rolloutTrouble(ctx, 'Deployment', operator);
    if (!crash && !trouble?.certain && isYoung(ctx, operator)) {
      return unknown('the operator was installed a moment ago');
    }
    return fire(
      ctx,
      { ...state, crash, trouble },
      'critical',
      `has no available replica of ${desired}`,
    );
  }
  const old = lease && leaseAge(ctx, lease);
  if (lease && old !== undefined && old > allowedAge(lease)) {
    const text = lease.holder
      ? 'has a leader that does not renew its Lease'
      : 'has no leader';
    const [crash] = crashing;
    return fire(ctx, { ...state, crash, hangs: true }, 'critical', text);
  }
  if (crashing.length > 0) {
    return { findings: crashing };
  }
  return operator.available < desired
    ? fewReplicas(ctx, state, desired)
    : rollout(ctx, state, desired);
}

/** A Deployment that was just created has no pods yet. */
function isYoung(ctx: RuleContext, { createdAt }: WorkloadFacts): boolean {
  const age = ctx.age(createdAt);
  return age !== undefined && age < ROLLOUT;
}

/** The state of the operator, apart from its replica counts. */
interface OperatorState {
  operator: WorkloadFacts;
  lease: LeaseFacts | undefined;
  /** The finding about a crashing pod. */
  crash?: DraftFinding;
  /** Why the operator does not get its pods. */
  trouble?: RolloutTrouble;
  /** Whether its pods run but none of them leads. */
  hangs?: boolean;
}

function crashes(
  ctx: RuleContext,
  operator: WorkloadFacts,
  lease: LeaseFacts | undefined,
): DraftFinding[] {
  return ctx.index.ciliumOperatorPods().flatMap(pod => {
    const loop = crashLoopOf(ctx, pod, lease);
    if (!loop) {
      return [];
    }
    return [
      {
        severity: loop.rapid ? ('critical' as const) : ('warning' as const),
        subject: subjectOf('Deployment', operator),
        key: `crash/${pod.name}`,
        since: ctx.heldSince(`operator-crash/${pod.name}`),
        title: `Cilium operator ${sayCrash(loop)}`,
        evidence: crashEvidence(pod, loop),
        remedy: [readLastRun(pod, loop)],
        touches: [touch.component('cilium')],
        group: 'crash',
      },
    ];
  });
}

function fewReplicas(
  ctx: RuleContext,
  { operator, lease }: OperatorState,
  desired: number,
): RuleResult {
  const trouble = rolloutTrouble(ctx, 'Deployment', operator);
  const text = `has ${operator.available} of ${desired} replicas`;
  if (trouble?.certain) {
    return fire(ctx, { operator, lease, trouble }, 'warning', text);
  }
  if (!ctx.ok('nodes')) {
    return unknown('nodes are not known');
  }
  // Replicas never share a node: in a cluster with one node, the second replica
  // waits.
  if (ctx.items('nodes').filter(runsLinuxPods).length < desired) {
    return pass();
  }
  if (
    isRolling(operator) &&
    ctx.lasting('operator-rollout', undefined, ROLLOUT) !== 'yes'
  ) {
    return pass();
  }
  return fire(ctx, { operator, lease, trouble }, 'warning', text);
}

/**
 * Enough replicas of the old version are available, but a new one does not
 * start.
 */
function rollout(
  ctx: RuleContext,
  { operator, lease }: OperatorState,
  desired: number,
): RuleResult {
  if (!isOverdue(operator) && !isRolling(operator)) {
    return pass();
  }
  const trouble = rolloutTrouble(ctx, 'Deployment', operator);
  const text = `is not rolled out: ${operator.updated} of ${desired} replicas are new`;
  return trouble?.certain
    ? fire(ctx, { operator, lease, trouble }, 'warning', text)
    : pass();
}

function leaseAge(ctx: RuleContext, lease: LeaseFacts): number | undefined {
  return ctx.ageWhenRead('leases', lease.renewedAt);
}

function allowedAge(lease: LeaseFacts): number {
  return 2 * Math.max((lease.durationSeconds ?? 0) * SECOND, LEAST_LEASE);
}

function fire(
  ctx: RuleContext,
  state: OperatorState,
  severity: DraftFinding['severity'],
  text: string,
): RuleResult {
  const { operator, lease, crash, trouble, hangs = false } = state;
  const available = conditionOf(operator, 'Available');
  const own =
    available?.status === 'False' ? available.since : lease?.renewedAt;
  const because = crash
    ? crash.title.replace('Cilium operator ', 'it ')
    : trouble?.because;
  return {
    findings: [
      {
        severity,
        subject: subjectOf('Deployment', operator),
        since: ctx.heldSince(
          `operator-down/${severity}`,
          severity === 'critical' ? own : trouble?.since,
        ),
        title: `Cilium operator ${text}${because ? `: ${because}` : ''}`,
        evidence: [
          evidenceOf(
            'Deployment',
            operator,
            'status.availableReplicas',
            operator.available,
          ),
          evidenceOf('Deployment', operator, 'spec.replicas', operator.desired),
          ...(crash?.evidence ?? trouble?.evidence ?? []),
          ...(lease ? leaseEvidence(lease) : []),
        ],
        remedy:
          crash?.remedy ??
          trouble?.remedy ??
          operatorRemedy(ctx, operator, hangs),
        touches: [touch.component('cilium'), ...(trouble?.touches ?? [])],
      },
    ],
  };
}

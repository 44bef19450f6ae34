import { MINUTE, SECOND } from '../../../model/durations';
import {
  DraftFinding,
  pass,
  Rule,
  RuleResult,
  unknown,
} from '../../../rule/Rule';
import { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  crashEvidence,
  readLastRun,
  sayCrash,
} from '../../../rule/crashFinding';
import { crashLoopOf } from '../../../rule/crashLoopOf';
import { LeaseFacts, WorkloadFacts } from '../../../kinds';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumOperatorDownDoc } from './ciliumOperatorDownDoc';

/** Name of the operator's Lease, the same since Cilium 1.7. */
export const operatorLease = 'cilium-operator-resource-lock';

/**
 * A leader renews every 2 s. After an orderly stop the Lease says one second,
 * so fifteen are allowed at least, twice over,
 * because lists are not taken at one instant.
 */
const LEAST_LEASE = 15 * SECOND;
const ROLLOUT = 5 * MINUTE;

/** D03: nobody gives addresses or takes taints away. */
export const ciliumOperatorDown: Rule = {
  code: 'cilium/D03',
  id: 'cilium-operator-down',
  component: 'cilium',
  doc: ciliumOperatorDownDoc,
  needs: ['deployments'],
  uses: ['leases', 'nodes', 'pods', 'events'],
  evaluate(ctx) {
    const operator = ctx.index.ciliumOperator();
    if (!operator) return unknown('there is no Cilium operator Deployment');
    return evaluateOperator(ctx, operator);
  },
};

function evaluateOperator(
  ctx: RuleContext,
  operator: WorkloadFacts,
): RuleResult {
  const desired = operator.desired ?? 1;
  const lease = ctx.index.leaseByName().get(operatorLease);
  if (desired === 0) {
    return fire(ctx, operator, 'critical', 'is scaled to zero', lease);
  }
  if (operator.available === 0) {
    return fire(
      ctx,
      operator,
      'critical',
      `has no available replica of ${desired}`,
      lease,
    );
  }
  const old = lease && leaseAge(ctx, lease);
  if (lease && old !== undefined && old > allowedAge(lease)) {
    const text = lease.holder
      ? 'has a leader that does not renew its Lease'
      : 'has no leader';
    return fire(ctx, operator, 'critical', text, lease, restart(operator));
  }
  const crashing = crashes(ctx, operator, lease);
  if (crashing.length > 0) return { findings: crashing };
  return operator.available < desired
    ? fewReplicas(ctx, operator, desired, lease)
    : pass();
}

function crashes(
  ctx: RuleContext,
  operator: WorkloadFacts,
  lease: LeaseFacts | undefined,
): DraftFinding[] {
  return ctx.index.ciliumOperatorPods().flatMap(pod => {
    const loop = crashLoopOf(ctx, pod, lease);
    if (!loop) return [];
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
  operator: WorkloadFacts,
  desired: number,
  lease: LeaseFacts | undefined,
): RuleResult {
  if (!ctx.ok('nodes')) return unknown('nodes are not known');
  // Replicas never share a node: on a one-node bootstrap the second one waits.
  if (ctx.items('nodes').length < desired) return pass();
  const rolling =
    operator.updated < desired ||
    (operator.observedGeneration ?? 0) < (operator.generation ?? 0);
  if (
    rolling &&
    ctx.lasting('operator-rollout', undefined, ROLLOUT) !== 'yes'
  ) {
    return pass();
  }
  const text = `has ${operator.available} of ${desired} replicas`;
  return fire(ctx, operator, 'warning', text, lease);
}

function leaseAge(ctx: RuleContext, lease: LeaseFacts): number | undefined {
  return ctx.ageWhenRead('leases', lease.renewedAt);
}

function allowedAge(lease: LeaseFacts): number {
  return 2 * Math.max((lease.durationSeconds ?? 0) * SECOND, LEAST_LEASE);
}

function fire(
  ctx: RuleContext,
  operator: WorkloadFacts,
  severity: DraftFinding['severity'],
  text: string,
  lease: LeaseFacts | undefined,
  more: readonly RuleRemedy[] = [],
): RuleResult {
  const namespace = ciliumNamespace(ctx);
  const available = operator.conditions.find(one => one.type === 'Available');
  const own =
    available?.status === 'False' ? available.since : lease?.renewedAt;
  return {
    findings: [
      {
        severity,
        subject: subjectOf('Deployment', operator),
        since: ctx.heldSince(
          `operator-down/${severity}`,
          severity === 'critical' ? own : undefined,
        ),
        title: `Cilium operator ${text}`,
        evidence: [
          evidenceOf(
            'Deployment',
            operator,
            'status.availableReplicas',
            operator.available,
          ),
          evidenceOf('Deployment', operator, 'spec.replicas', operator.desired),
          ...(lease ? leaseEvidence(lease) : []),
        ],
        remedy: [
          {
            text: 'See why its pods do not run',
            command: shellCommand`kubectl -n ${namespace} describe pods -l io.cilium/app=operator`,
          },
          ...more,
        ],
        touches: [touch.component('cilium')],
      },
    ],
  };
}

/** Of use only where the leader hangs: one that crashes at start would again. */
function restart({ namespace, name }: WorkloadFacts): RuleRemedy[] {
  return [
    {
      text: 'Read what the leader did last: a restart takes its log away',
      command: shellCommand`kubectl -n ${namespace} logs -l io.cilium/app=operator --tail=200 --prefix`,
    },
    {
      text: 'Only if its pods run and the Lease stays old: restart the operator. This replaces its pods; running pods of others keep their network, new ones wait meanwhile',
      command: shellCommand`kubectl -n ${namespace} rollout restart deployment ${name}`,
    },
  ];
}

function leaseEvidence(lease: LeaseFacts) {
  const renewed =
    lease.renewedAt === undefined
      ? undefined
      : new Date(lease.renewedAt).toISOString();
  return [
    evidenceOf('Lease', lease, 'spec.renewTime', renewed),
    evidenceOf('Lease', lease, 'spec.holderIdentity', lease.holder ?? ''),
  ];
}

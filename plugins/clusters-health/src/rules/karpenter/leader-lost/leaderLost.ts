import { MINUTE, sayDuration } from '../../../model/durations';
import type { Rule, RuleResult } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { RuleContext } from '../../../rule/RuleContext';
import type { LeaseFacts } from '../../../kinds';
import {
  karpenterLease,
  karpenterLeaseName,
} from '../../../model/karpenter/karpenterLease';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { leaderLostDoc } from './leaderLostDoc';

/** C3: no replica leads, or the leader is a pod that no longer exists. */
export const leaderLost: Rule = {
  code: 'karpenter/C3',
  id: 'leader-lost',
  component: 'karpenter',
  doc: leaderLostDoc,
  needs: ['leases'],
  uses: ['deployments', 'pods'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    const lease = karpenterLease(ctx);
    if (!lease) {
      return controller
        ? unknown(`lease ${karpenterLeaseName} was not found`)
        : notApplicable('no Deployment of Karpenter was found');
    }
    const age = ctx.ageWhenRead('leases', lease.renewedAt);
    if (age === undefined) {
      return unknown('the lease has no usable renewTime');
    }
    if (age > MINUTE) {
      return { findings: [stale(lease, age)] };
    }
    return holderGone(lease, ctx) ? orphaned(lease, ctx) : pass();
  },
};

function stale(lease: LeaseFacts, age: number) {
  return {
    severity: 'critical' as const,
    subject: subjectOf('Lease', lease),
    since: lease.renewedAt,
    title: `Karpenter has no leader: its lease was last renewed ${sayDuration(
      age,
    )} ago`,
    evidence: [
      evidenceOf('Lease', lease, 'spec.holderIdentity', lease.holder),
      evidenceOf('Lease', lease, 'spec.renewTime', isoOf(lease.renewedAt)),
    ],
    remedy: remedy(lease),
    touches: [touch.component('karpenter')],
  };
}

/**
 * A killed pod stays the holder of the lease until another pod takes over, up
 * to 35 s later. Only a missing holder of a lease that is still renewed is a
 * fault.
 */
function orphaned(lease: LeaseFacts, ctx: RuleContext): RuleResult {
  const key = `leader-orphaned/${lease.holder}`;
  const lasting = ctx.lasting(key, undefined, MINUTE);
  if (lasting === 'unknown') {
    return unknown('needs a second look');
  }
  if (lasting === 'notYet') {
    return pass();
  }
  return {
    findings: [
      {
        severity: 'warning',
        subject: subjectOf('Lease', lease),
        since: ctx.heldSince(key),
        title: 'The leader of Karpenter is a pod that no longer exists',
        evidence: [
          evidenceOf('Lease', lease, 'spec.holderIdentity', lease.holder),
        ],
        remedy: remedy(lease),
        touches: [touch.component('karpenter')],
        key: 'holder',
      },
    ],
  };
}

/** The restart comes last, because it deletes the log of a hanging leader. */
function remedy({ namespace }: LeaseFacts): RuleRemedy[] {
  return [
    {
      text: 'See whether its pods run, and how often they restarted',
      command: shellCommand`kubectl -n ${namespace} get pods -l app.kubernetes.io/name=karpenter -o wide`,
    },
    {
      text: 'Read the log for lost leader elections and throttled requests',
      command: shellCommand`kubectl -n ${namespace} logs -l app.kubernetes.io/name=karpenter --tail=200 --prefix`,
    },
    {
      text: 'Only if its pods run and do nothing: restart the controller. This replaces its pods one after the other; nodes and their pods stay',
      command: shellCommand`kubectl -n ${namespace} rollout restart deployment -l app.kubernetes.io/name=karpenter`,
    },
  ];
}

function isoOf(time: number | undefined): string {
  return time === undefined ? '(absent)' : new Date(time).toISOString();
}

/** Whether the holder, `<pod name>_<uuid>`, names a pod that does not exist. */
function holderGone(lease: LeaseFacts, ctx: RuleContext): boolean {
  if (!ctx.ok('pods') || !lease.holder) {
    return false;
  }
  const [name] = lease.holder.split('_');
  return !ctx
    .items('pods')
    .some(pod => pod.name === name && pod.namespace === lease.namespace);
}

import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject, evidenceOf, subjectOf } from '../../../rule/subjects';
import type { WorkloadFacts } from '../../../kinds';
import { unavailableSince } from '../../../model/rollout';
import { rolloutTrouble } from '../../../rule/rolloutFinding';
import { ciliumExtra } from '../../../model/cilium/ciliumWorkloads';
import { ciliumNamespace, setting } from '../../../model/cilium/ciliumSettings';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { hubbleNotAvailableDoc } from './hubbleNotAvailableDoc';

const TOO_LONG = 5 * MINUTE;

/** D05: flows cannot be observed through Hubble. */
export const hubbleNotAvailable: Rule = {
  code: 'cilium/D05',
  id: 'hubble-not-available',
  component: 'cilium',
  doc: hubbleNotAvailableDoc,
  needs: ['deployments'],
  uses: ['configmaps'],
  details: ['pods', 'events', 'daemonsets'],
  evaluate(ctx) {
    const parts = (['hubbleRelay', 'hubbleUi'] as const).flatMap(
      extra => ciliumExtra(ctx.snapshot, extra) ?? [],
    );
    const enabled = setting(ctx, 'enable-hubble') === 'true';
    if (parts.length === 0) {
      return enabled
        ? { findings: [noRelay(ctx)] }
        : notApplicable('Hubble is not enabled');
    }
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const part of parts) {
      if (part.available < (part.desired ?? 1)) {
        const lasts = ctx.lasting(
          `hubble/${part.name}`,
          unavailableSince(part),
          TOO_LONG,
        );
        if (lasts === 'unknown') {
          unsure = true;
        }
        if (lasts === 'yes') {
          findings.push(draft(ctx, part));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function draft(ctx: RuleContext, part: WorkloadFacts): DraftFinding {
  const trouble = rolloutTrouble(ctx, 'Deployment', part);
  return {
    severity: 'warning',
    subject: subjectOf('Deployment', part),
    since: ctx.heldSince(`hubble/${part.name}`, unavailableSince(part)),
    title: `${part.name} has ${part.available} of ${part.desired} replicas${
      trouble ? `: ${trouble.because}` : ''
    }`,
    evidence: [
      evidenceOf(
        'Deployment',
        part,
        'status.availableReplicas',
        part.available,
      ),
      evidenceOf('Deployment', part, 'spec.replicas', part.desired),
      ...(trouble?.evidence ?? []),
    ],
    touches: trouble?.touches,
    remedy: trouble?.remedy ?? [
      {
        text: 'See why its pods do not run',
        command: shellCommand`kubectl -n ${ciliumNamespace(
          ctx,
        )} describe pods -l k8s-app=${part.name}`,
      },
    ],
  };
}

function noRelay(ctx: RuleContext): DraftFinding {
  return {
    severity: 'info',
    subject: clusterSubject(ctx.cluster),
    title: 'Hubble is enabled on the nodes, but there is no relay to query it',
    evidence: [
      evidenceOf(
        'ConfigMap',
        { namespace: ciliumNamespace(ctx), name: 'cilium-config' },
        'data.enable-hubble',
        'true',
      ),
    ],
    remedy: [
      {
        text: 'Set cilium.hubble to true in cluster.yaml to install the relay as well',
      },
    ],
  };
}

import { MINUTE } from '../engine/durations';
import { DraftFinding, notApplicable, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { clusterSubject, evidenceOf, subjectOf } from '../engine/subjects';
import { conditionOf, WorkloadFacts } from '../kinds';
import { ciliumExtra } from './ciliumWorkloads';
import { ciliumNamespace, setting } from './ciliumContext';
import { shellCommand } from '../engine/shellCommand';

const TOO_LONG = 5 * MINUTE;

/** D05: flows cannot be observed through Hubble. */
export const hubbleDown: Rule = {
  code: 'cilium/D05',
  rule: 'hubble-not-available',
  component: 'cilium',
  title: 'Hubble is not available',
  means:
    'Flows of the whole cluster cannot be queried. Traffic itself is not touched.',
  detect:
    'Deployment hubble-relay or hubble-ui with fewer available replicas than wanted for more than 5 minutes (warning); no hubble-relay although enable-hubble is true (info).',
  remedyDoc:
    "Look at the pods and at Hubble's certificates; the relay tolerates no taints by default.",
  source: 'facts/cilium.md 3.4 D05',
  needs: ['deployments'],
  uses: ['configmaps'],
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
          downSince(part),
          TOO_LONG,
        );
        if (lasts === 'unknown') unsure = true;
        if (lasts === 'yes') findings.push(draft(ctx, part));
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function downSince(part: WorkloadFacts): number | undefined {
  const available = conditionOf(part, 'Available');
  return available?.status === 'False' ? available.since : undefined;
}

function draft(ctx: RuleContext, part: WorkloadFacts): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Deployment', part),
    since: ctx.heldSince(`hubble/${part.name}`, downSince(part)),
    title: `${part.name} has ${part.available} of ${part.desired} replicas`,
    evidence: [
      evidenceOf(
        'Deployment',
        part,
        'status.availableReplicas',
        part.available,
      ),
      evidenceOf('Deployment', part, 'spec.replicas', part.desired),
    ],
    remedy: [
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

import { notApplicable, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { karpenterCrds } from './karpenterCrds';

/** C6: definitions still carry what v1 has done away with. */
export const leftovers: Rule = {
  code: 'karpenter/C6',
  rule: 'v1beta1-leftovers',
  component: 'karpenter',
  title: 'Leftovers of the v1beta1 API',
  means:
    'Karpenter 1.1 dropped v1beta1 and its webhooks. What is left of them blocks the upgrade of the definitions, or sends requests to a webhook that is no more.',
  detect:
    "Karpenter's definitions: status.storedVersions holds v1beta1, or spec.conversion.strategy is Webhook. Webhook configurations of Karpenter (*.webhook.karpenter.*) are not read: the reader has no right to, so a pass does not speak of them.",
  remedyDoc:
    'Finish the v1 migration: rewrite the stored objects, then drop v1beta1 from storedVersions; set conversion to None. For webhooks that are left: kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o name | grep karpenter',
  source: 'facts/karpenter.md 5 and 6.A',
  needs: ['customresourcedefinitions'],
  evaluate(ctx) {
    const crds = karpenterCrds(ctx);
    if (crds.length === 0) return notApplicable('Karpenter is not installed');
    return {
      findings: crds.flatMap(crd => {
        const old = crd.storedVersions.includes('v1beta1');
        if (!old && crd.conversion !== 'Webhook') return [];
        return [
          {
            severity: 'warning' as const,
            subject: subjectOf('CustomResourceDefinition', crd),
            title: `Definition ${crd.name} has leftovers of v1beta1`,
            evidence: [
              evidenceOf(
                'CustomResourceDefinition',
                crd,
                old ? 'status.storedVersions' : 'spec.conversion.strategy',
                old ? crd.storedVersions.join(', ') : crd.conversion,
              ),
            ],
            remedy: [
              {
                text: 'After every object was written again, drop v1beta1',
                command: `kubectl patch crd ${crd.name} --subresource=status --type=merge -p '{"status":{"storedVersions":["v1"]}}'`,
              },
            ],
            touches: [touch.component('karpenter')],
            group: 'v1beta1',
          },
        ];
      }),
    };
  },
};

import { Severity } from '@clusterworks/plugin-clusters-common';
import { DraftFinding, notApplicable, Rule, RuleRemedy } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { fixedCommand, shellCommand } from '../engine/shellCommand';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { isAtLeast } from '../engine/versions';
import { touch } from '../engine/touch';
import { CrdFacts } from '../kinds';
import { karpenterCrds } from './karpenterCrds';
import { upgradeCrds } from './upgradeCrds';

/** C6: definitions still carry what v1 has done away with. */
export const leftovers: Rule = {
  code: 'karpenter/C6',
  rule: 'v1beta1-leftovers',
  component: 'karpenter',
  title: 'Leftovers of the v1beta1 API',
  means:
    'Karpenter 1.1 dropped v1beta1 and its webhooks. What is left of them blocks the upgrade of the definitions, or sends requests to a webhook that is no more: then NodePools, NodeClaims and EC2NodeClasses can be neither read nor written, and Karpenter does nothing.',
  detect:
    "Karpenter's definitions: status.storedVersions holds v1beta1, or spec.conversion.strategy is Webhook (warning; critical while the API server fails to serve the objects; a note with Karpenter 1.0, which needs both). Webhook configurations of Karpenter (*.webhook.karpenter.*) are not read: the reader has no right to, so a pass does not speak of them.",
  remedyDoc:
    'First the definitions of the version that runs (chart karpenter-crd): they set conversion to None, so that objects can be read again. Only then write every object anew and drop v1beta1 from storedVersions. For webhooks that are left: kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o name | grep karpenter',
  source: 'facts/karpenter.md 5 and 6.A',
  needs: ['customresourcedefinitions'],
  details: ['deployments', 'nodepools', 'nodeclaims', 'ec2nodeclasses'],
  evaluate(ctx) {
    const crds = karpenterCrds(ctx);
    if (crds.length === 0) return notApplicable('Karpenter is not installed');
    return { findings: crds.filter(isLeftOver).map(crd => draft(ctx, crd)) };
  },
};

function isLeftOver(crd: CrdFacts): boolean {
  return crd.storedVersions.includes('v1beta1') || crd.conversion === 'Webhook';
}

function draft(ctx: RuleContext, crd: CrdFacts): DraftFinding {
  const webhook = crd.conversion === 'Webhook';
  const broken = webhook && isUnserved(ctx, crd);
  const stored = crd.storedVersions.join(', ');
  return {
    severity: severityOf(ctx, broken),
    subject: subjectOf('CustomResourceDefinition', crd),
    title: broken
      ? `Definition ${crd.name} sends its objects to a conversion webhook of v1beta1, and they cannot be read`
      : `Definition ${crd.name} has leftovers of v1beta1${
          webhook ? ' (conversion webhook)' : ''
        }`,
    evidence: [
      evidenceOf(
        'CustomResourceDefinition',
        crd,
        'spec.conversion.strategy',
        crd.conversion,
      ),
      evidenceOf(
        'CustomResourceDefinition',
        crd,
        'status.storedVersions',
        stored,
      ),
      ...(broken ? unservedEvidence(ctx, crd) : []),
    ],
    remedy: needsV1beta1(ctx)
      ? [
          {
            text: 'Nothing today. Before the upgrade to Karpenter 1.1, follow its v1 migration guide',
          },
        ]
      : remedy(ctx, crd, webhook),
    touches: [
      touch.component('karpenter'),
      ...(broken ? [touch.waitingPods()] : []),
    ],
    group: 'v1beta1',
  };
}

/** Karpenter 1.0 serves v1beta1 beside v1, with a webhook that converts. */
function needsV1beta1(ctx: RuleContext): boolean {
  return isAtLeast(ctx.index.karpenterVersion(), '1.1.0') === false;
}

function severityOf(ctx: RuleContext, broken: boolean): Severity {
  if (broken) return 'critical';
  return needsV1beta1(ctx) ? 'info' : 'warning';
}

const sourceOf = {
  'nodepools.karpenter.sh': 'nodepools',
  'nodeclaims.karpenter.sh': 'nodeclaims',
  'ec2nodeclasses.karpenter.k8s.aws': 'ec2nodeclasses',
} as const;

function servedSource(crd: CrdFacts) {
  return Object.hasOwn(sourceOf, crd.name)
    ? sourceOf[crd.name as keyof typeof sourceOf]
    : undefined;
}

/** Forbidden is a right that is missing, not a conversion that fails. */
function isUnserved(ctx: RuleContext, crd: CrdFacts): boolean {
  const source = servedSource(crd);
  return source !== undefined && ctx.state(source) === 'unreachable';
}

function unservedEvidence(ctx: RuleContext, crd: CrdFacts) {
  const source = servedSource(crd);
  if (!source) return [];
  const { state, reason } = ctx.snapshot.resources[source];
  const value = reason ? `${state}: ${reason}` : state;
  return [{ object: ctx.cluster, path: source, value }];
}

/**
 * Objects of a version that is struck from `storedVersions` while they still
 * are in it can never be read again: the definitions and their conversion come
 * first, and the command is left to the guide of the migration.
 */
function remedy(
  ctx: RuleContext,
  crd: CrdFacts,
  webhook: boolean,
): RuleRemedy[] {
  const migrate: RuleRemedy = {
    text: 'When objects can be read without the webhook: write every one anew, see that all are v1, and only then drop v1beta1 from the stored versions, as the v1 migration guide of Karpenter has it. Never before: what is still stored as v1beta1 could not be read any more',
    command: fixedCommand`kubectl get nodepools,nodeclaims,ec2nodeclasses`,
  };
  const look: RuleRemedy = {
    text: 'See how the definition converts its objects, and to which service that leads',
    command: shellCommand`kubectl get crd ${crd.name} -o jsonpath='{.spec.conversion}{"\n"}'`,
  };
  return [
    look,
    ...(webhook ? upgradeCrds(ctx) : []),
    ...(crd.storedVersions.includes('v1beta1') ? [migrate] : []),
  ];
}

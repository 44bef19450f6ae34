import type { Severity } from '@clusterworks/plugin-clusters-common';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { fixedCommand, shellCommand } from '../../../model/remedy/shellCommand';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { isAtLeast } from '../../../model/versions';
import { touch } from '../../../rule/correlationKey';
import type { CrdFacts } from '../../../kinds';
import { karpenterCrds } from '../../../model/karpenter/karpenterCrds';
import { upgradeCrds } from '../../../model/remedy/upgradeCrds';
import { v1beta1LeftoversDoc } from './v1beta1LeftoversDoc';

/** C6: CustomResourceDefinitions still contain parts that v1 has removed. */
export const v1beta1Leftovers: Rule = {
  code: 'karpenter/C6',
  id: 'v1beta1-leftovers',
  component: 'karpenter',
  doc: v1beta1LeftoversDoc,
  needs: ['customresourcedefinitions'],
  details: ['deployments', 'nodepools', 'nodeclaims', 'ec2nodeclasses'],
  evaluate(ctx) {
    const crds = karpenterCrds(ctx);
    if (crds.length === 0) {
      return notApplicable('Karpenter is not installed');
    }
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

/**
 * Whether the controller needs v1beta1: Karpenter 1.0 serves it beside v1, with
 * a conversion webhook.
 */
function needsV1beta1(ctx: RuleContext): boolean {
  return isAtLeast(ctx.index.karpenterVersion(), '1.1.0') === false;
}

function severityOf(ctx: RuleContext, broken: boolean): Severity {
  if (broken) {
    return 'critical';
  }
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

/**
 * Whether the API server fails to serve the objects. The state `forbidden` is a
 * missing permission, not a failing conversion.
 */
function isUnserved(ctx: RuleContext, crd: CrdFacts): boolean {
  const source = servedSource(crd);
  return source !== undefined && ctx.state(source) === 'unreachable';
}

function unservedEvidence(ctx: RuleContext, crd: CrdFacts) {
  const source = servedSource(crd);
  if (!source) {
    return [];
  }
  const { state, reason } = ctx.snapshot.resources[source];
  const value = reason ? `${state}: ${reason}` : state;
  return [{ object: ctx.cluster, path: source, value }];
}

/**
 * When a version is removed from `storedVersions` while objects are still
 * stored in it, those objects can never be read again. The definitions and
 * their conversion therefore come first, and the command for the removal is
 * left to Karpenter's migration guide.
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
    command: shellCommand`kubectl get crd ${crd.name} -o jsonpath='{.spec.conversion}{"\\n"}'`,
  };
  return [
    look,
    ...(webhook ? upgradeCrds(ctx) : []),
    ...(crd.storedVersions.includes('v1beta1') ? [migrate] : []),
  ];
}

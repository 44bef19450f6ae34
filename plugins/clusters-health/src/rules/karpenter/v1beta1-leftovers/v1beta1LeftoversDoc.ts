import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule v1beta1Leftovers. */
export const v1beta1LeftoversDoc: CataloguedDoc = {
  title: 'Leftovers of the v1beta1 API',
  means:
    'Karpenter 1.1 dropped v1beta1 and its webhooks. What is left of them blocks the upgrade of the definitions, or sends requests to a webhook that no longer exists: then NodePools, NodeClaims and EC2NodeClasses can be neither read nor written, and Karpenter does nothing.',
  foundBy:
    "Karpenter's definitions: status.storedVersions holds v1beta1, or spec.conversion.strategy is Webhook (warning; critical while the API server fails to serve the objects; a note with Karpenter 1.0, which needs both). Webhook configurations of Karpenter (*.webhook.karpenter.*) are not read: the reader has no right to list them, so a pass does not cover them.",
  whom: "Karpenter's three definitions. On Karpenter 1.0 a note, since that version needs them.",
  waits: 'Not at all: definitions do not change by themselves.',
  cannotSee:
    'Webhook configurations (*.webhook.karpenter.*): the reader has no right to list them.',
  lookAlikes:
    'Karpenter 1.0, which serves v1beta1 on purpose; missing rights of the reader, which are not objects that cannot be served.',
  todo: [
    'See how the definition converts its objects.',
    'Bring the definitions to the version that runs (chart karpenter-crd): they set conversion to None, so that objects can be read again.',
    'Only then write every object anew and drop v1beta1 from storedVersions.',
    'For webhooks that are left: kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o name | grep karpenter',
  ],
  source: 'https://karpenter.sh/v1.0/upgrading/v1-migration/',
};

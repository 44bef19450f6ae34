import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclassSubnets. */
export const nodeclassSubnetsDoc: CataloguedDoc = {
  title: 'EC2NodeClass finds no subnet',
  means:
    'No subnet matches the selector: nothing of the class can be launched. With subnets in one zone only, an outage of that zone takes every node with it.',
  foundBy:
    'EC2NodeClass condition SubnetsReady is False, or Unknown, absent or behind the generation for 3 minutes (critical); status.subnets lie in one zone only (warning).',
  whom: 'EC2NodeClasses. A note for one that no NodePool names.',
  waits:
    'Not at all on False. 3 minutes on Unknown, absent or behind the spec: Karpenter looks every minute.',
  cannotSee: 'Whether the subnets have free addresses, and a route out.',
  lookAlikes:
    'An edit that Karpenter has not processed yet; a pool that is in one zone on purpose.',
  todo: [
    'See which subnets carry the tag.',
    'Tag the private subnets karpenter.sh/discovery=<cluster>; Karpenter looks again every minute.',
  ],
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/subnet.go',
};

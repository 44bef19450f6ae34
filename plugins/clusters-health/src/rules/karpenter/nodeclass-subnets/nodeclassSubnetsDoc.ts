import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclassSubnets. */
export const nodeclassSubnetsDoc: RuleDoc = {
  title: 'EC2NodeClass finds no subnet',
  means:
    'No subnet matches the selector: nothing of the class can be launched. With subnets of one zone only, that zone going takes every node with it.',
  foundBy:
    'EC2NodeClass condition SubnetsReady is False, or Unknown, absent or behind the generation for 3 minutes (critical); status.subnets lie in one zone only (warning).',
  todo: 'Tag the private subnets karpenter.sh/discovery=<cluster>; Karpenter looks again every minute.',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/subnet.go',
};

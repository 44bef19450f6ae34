import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclassStickyCidr. */
export const nodeclassStickyCidrDoc: RuleDoc = {
  title: 'EC2NodeClass is stuck after a failed look at the cluster CIDR',
  means:
    'Before 1.7 a single failure to read the cluster CIDR left Ready False for good, although every other condition is True (aws#7875).',
  foundBy:
    'EC2NodeClass Ready is False with reason NodeClassNotReady while all its other conditions are True, on Karpenter before 1.7.',
  todo: 'Edit the spec of the class (a restart does not help), or upgrade.',
  since: 'up to Karpenter 1.6',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/7875',
};

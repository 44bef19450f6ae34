import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclassStickyCidr. */
export const nodeclassStickyCidrDoc: CataloguedDoc = {
  title: 'EC2NodeClass is stuck after a failed look at the cluster CIDR',
  means:
    'Before 1.7 a single failure to read the cluster CIDR left Ready False for good, although every other condition is True (aws#7875).',
  foundBy:
    'EC2NodeClass Ready is False with reason NodeClassNotReady while all its other conditions are True, on Karpenter before 1.7.',
  whom: 'EC2NodeClasses on Karpenter before 1.7. A note for one that no NodePool names.',
  waits: 'Not at all: Ready and its parts are written together.',
  cannotSee: 'Whether the failure to read the cluster CIDR is over.',
  lookAlikes: 'A class of which a part is not ready: then Ready is right.',
  todo: [
    'See what the class says of its parts.',
    'Upgrade to Karpenter 1.7 or newer.',
    'Until then only a change of its spec helps; a restart does not. Most fields make Karpenter replace the nodes of the class.',
  ],
  since: 'up to Karpenter 1.6',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/7875',
};

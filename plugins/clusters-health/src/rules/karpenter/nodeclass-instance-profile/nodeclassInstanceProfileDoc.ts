import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclassInstanceProfile. */
export const nodeclassInstanceProfileDoc: CataloguedDoc = {
  title: 'EC2NodeClass has no instance profile',
  means:
    'Karpenter makes an instance profile for spec.role. An IAM failure never turns the condition False: it stays Unknown or behind the spec, and only the log tells why.',
  foundBy:
    'EC2NodeClass condition InstanceProfileReady is not True for its generation for 3 minutes.',
  whom: 'EC2NodeClasses with spec.role. A note for one that no NodePool names.',
  waits:
    '3 minutes: an IAM failure never turns the condition False, and a new profile takes seconds.',
  cannotSee: "What IAM answered: it is in the controller's log only.",
  lookAlikes: 'A class that was made a moment ago.',
  todo: [
    "Read the controller's log.",
    'See whether the role exists.',
    'Check iam:PassRole and iam:CreateInstanceProfile (and iam:ListInstanceProfiles since 1.7) of the controller.',
  ],
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/instanceprofile.go',
};

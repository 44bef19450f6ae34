import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclassInstanceProfile. */
export const nodeclassInstanceProfileDoc: RuleDoc = {
  title: 'EC2NodeClass has no instance profile',
  means:
    'Karpenter makes an instance profile for spec.role. An IAM failure never turns the condition False: it stays Unknown or behind the spec, and only the log tells why.',
  foundBy:
    'EC2NodeClass condition InstanceProfileReady is not True for its generation for 3 minutes.',
  todo: 'Check the role name, iam:PassRole and iam:CreateInstanceProfile (and iam:ListInstanceProfiles since 1.7) of the controller; read its log.',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/instanceprofile.go',
};

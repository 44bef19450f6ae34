import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclassSecurityGroups. */
export const nodeclassSecurityGroupsDoc: RuleDoc = {
  title: 'EC2NodeClass finds no security group',
  means:
    'No security group matches the selector: nothing of the class can be launched.',
  foundBy:
    'EC2NodeClass condition SecurityGroupsReady is False, or Unknown, absent or behind the generation for 3 minutes.',
  todo: 'Tag the security group of the nodes, exactly one, karpenter.sh/discovery=<cluster>.',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/securitygroup.go',
};

import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclassSecurityGroups. */
export const nodeclassSecurityGroupsDoc: CataloguedDoc = {
  title: 'EC2NodeClass finds no security group',
  means:
    'No security group matches the selector: nothing of the class can be launched.',
  foundBy:
    'EC2NodeClass condition SecurityGroupsReady is False, or Unknown, absent or behind the generation for 3 minutes.',
  whom: 'EC2NodeClasses. A note for one that no NodePool names.',
  waits:
    'Not at all on False. 3 minutes on Unknown, absent or behind the spec: Karpenter looks every minute.',
  cannotSee: 'Whether the groups let nodes reach the API server.',
  lookAlikes: 'An edit that Karpenter has not come to yet.',
  todo: [
    'See which groups carry the tag.',
    'Tag the security group of the nodes, exactly one, karpenter.sh/discovery=<cluster>.',
  ],
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/securitygroup.go',
};

import { nodeClassRule } from './nodeClassRule';
import { fixedCommand } from '../engine/shellCommand';

/** N2: an EC2NodeClass finds no security group. */
export const securityGroupsMissing = nodeClassRule({
  code: 'karpenter/N2',
  rule: 'nodeclass-security-groups',
  title: 'EC2NodeClass finds no security group',
  means:
    'No security group matches the selector: nothing of the class can be launched.',
  detect:
    'EC2NodeClass condition SecurityGroupsReady is False, or Unknown, absent or behind the generation for 3 minutes.',
  remedyDoc:
    'Tag the security group of the nodes, exactly one, karpenter.sh/discovery=<cluster>.',
  source: 'facts/karpenter.md 1.5 and 6.B',
  type: 'SecurityGroupsReady',
  says: 'finds no security group',
  remedy: [
    {
      text: 'See which groups carry the tag; tag the one of the nodes',
      command: fixedCommand`aws ec2 describe-security-groups --filters 'Name=tag-key,Values=karpenter.sh/discovery' --query 'SecurityGroups[].[GroupId,GroupName]' --output table`,
    },
  ],
});

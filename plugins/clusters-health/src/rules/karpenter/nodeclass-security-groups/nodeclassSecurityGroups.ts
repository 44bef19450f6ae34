import { nodeClassRule } from '../../../rule/nodeClassRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodeclassSecurityGroupsDoc } from './nodeclassSecurityGroupsDoc';

/** N2: an EC2NodeClass finds no security group. */
export const nodeclassSecurityGroups = nodeClassRule({
  code: 'karpenter/N2',
  id: 'nodeclass-security-groups',
  doc: nodeclassSecurityGroupsDoc,
  type: 'SecurityGroupsReady',
  says: 'finds no security group',
  remedy: [
    {
      text: 'See which groups carry the tag; tag the one of the nodes',
      command: fixedCommand`aws ec2 describe-security-groups --filters 'Name=tag-key,Values=karpenter.sh/discovery' --query 'SecurityGroups[].[GroupId,GroupName]' --output table`,
    },
  ],
});

import { nodeClassRule } from './nodeClassRule';
import { fixedCommand } from '../engine/shellCommand';

/** N4: Karpenter cannot make or read the instance profile. */
export const instanceProfileMissing = nodeClassRule({
  code: 'karpenter/N4',
  rule: 'nodeclass-instance-profile',
  title: 'EC2NodeClass has no instance profile',
  means:
    'Karpenter makes an instance profile for spec.role. An IAM failure never turns the condition False: it stays Unknown or behind the spec, and only the log tells why.',
  detect:
    'EC2NodeClass condition InstanceProfileReady is not True for its generation for 3 minutes.',
  remedyDoc:
    'Check the role name, iam:PassRole and iam:CreateInstanceProfile (and iam:ListInstanceProfiles since 1.7) of the controller; read its log.',
  source: 'facts/karpenter.md 1.5 and 6.B, facts/karpenter-observed.md 1',
  type: 'InstanceProfileReady',
  says: 'has no instance profile',
  remedy: [
    {
      text: 'Only the log of the controller tells why',
      command: fixedCommand`kubectl logs -A -l app.kubernetes.io/name=karpenter --tail=200 | grep -i profile`,
    },
    {
      text: 'See whether the role exists',
      command: fixedCommand`aws iam get-role --role-name '<spec.role of the class>'`,
    },
  ],
});

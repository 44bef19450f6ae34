import { nodeClassRule } from '../../../rule/nodeClassRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodeclassInstanceProfileDoc } from './nodeclassInstanceProfileDoc';

/** N4: Karpenter cannot make or read the instance profile. */
export const nodeclassInstanceProfile = nodeClassRule({
  code: 'karpenter/N4',
  id: 'nodeclass-instance-profile',
  doc: nodeclassInstanceProfileDoc,
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

import { nodeClassRule } from '../../../rule/nodeClassRule';
import { karpenterLog } from '../../../model/remedy/karpenterLog';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclassInstanceProfileDoc } from './nodeclassInstanceProfileDoc';

/** N4: Karpenter cannot create or read the instance profile. */
export const nodeclassInstanceProfile = nodeClassRule({
  code: 'karpenter/N4',
  id: 'nodeclass-instance-profile',
  doc: nodeclassInstanceProfileDoc,
  details: ['deployments'],
  type: 'InstanceProfileReady',
  says: 'has no instance profile',
  remedy: (ctx, { role }) => [
    karpenterLog(ctx, 'profile', 'Only the log of the controller says why'),
    {
      text: 'See whether the role exists',
      command:
        role === undefined
          ? undefined
          : shellCommand`aws iam get-role --role-name ${role.split('/').pop()}`,
    },
  ],
});

import type { NodeClassFacts } from '../../../kinds';
import type { ClusterState } from '../../../model/ClusterState';
import { karpenterLog } from '../../../model/remedy/karpenterLog';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import type { ClassFault } from '../../../rule/nodeClassRule';

const byReason: Record<string, string> = {
  ClusterCIDRResolutionFailed:
    'Allow eks:DescribeCluster and set settings.clusterName',
  TagValidationFailed:
    'Remove the tags that Karpenter sets itself from spec.tags',
  InstanceProfileNotFound:
    'spec.instanceProfile names a profile that does not exist',
  UserDataSizeLimitExceeded: 'Make spec.userData shorter: EC2 takes 16 KiB',
};

/** The meaning of the reason, and where to look. */
export function hintFor(
  nodeClass: NodeClassFacts,
  { condition, how }: ClassFault,
): RuleRemedy {
  return {
    text:
      how === 'False'
        ? sayReason(condition?.reason)
        : sayUnsettled(nodeClass.instanceProfile),
    command: shellCommand`kubectl describe ec2nodeclass ${nodeClass.name}`,
  };
}

function sayReason(reason = ''): string {
  if (reason.endsWith('AuthCheckFailed')) {
    return "Compare the controller's policy with that of its version; a service control policy or missing tag condition refuses, too";
  }
  if (reason.includes('Kubelet')) {
    return 'Correct spec.kubelet: since 1.15 the controller checks it, not the API server';
  }
  return byReason[reason] ?? 'Follow the message of the condition';
}

/** A validation that ends with an error does not change the condition. */
function sayUnsettled(instanceProfile: string | undefined): string {
  if (instanceProfile?.startsWith('arn:')) {
    return 'spec.instanceProfile holds an ARN: it takes the name of an instance profile';
  }
  return `The trial launches of the validation neither succeed nor are refused: ${
    instanceProfile
      ? `see whether instance profile ${instanceProfile} exists, and `
      : ''
  }whether the controller reaches EC2; its log says which call fails`;
}

/** Where to read more, and how to make Karpenter validate the class again. */
export function validationRemedy(
  cluster: ClusterState,
  { name, instanceProfile }: NodeClassFacts,
  { how }: ClassFault,
): RuleRemedy[] {
  const profile = shellCommand`aws iam get-instance-profile --instance-profile-name ${instanceProfile
    ?.split('/')
    .pop()}`;
  return [
    ...(how !== 'False'
      ? [karpenterLog(cluster, name, 'Read which call of the validation fails')]
      : []),
    ...(instanceProfile
      ? [{ text: 'See whether the instance profile exists', command: profile }]
      : []),
    {
      text: 'When the cause is repaired, make Karpenter look again at once: the annotation marks the class and changes nothing else',
      command: shellCommand`kubectl annotate ec2nodeclass ${name} clusterworks.dev/revalidate="$(date +%s)" --overwrite`,
    },
  ];
}

import { conditionOf } from '../../../kinds';
import { Rule } from '../../../rule/Rule';
import { isAtLeast } from '../../../model/versions';
import { classFault, classFinding } from '../../../rule/nodeClassRule';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclassValidationDoc } from './nodeclassValidationDoc';

/** N5: Karpenter tried the class and EC2 or its own checks refused. */
export const nodeclassValidation: Rule = {
  code: 'karpenter/N5',
  id: 'nodeclass-validation',
  component: 'karpenter',
  doc: nodeclassValidationDoc,
  needs: ['ec2nodeclasses'],
  uses: ['deployments'],
  evaluate(ctx) {
    const old = isAtLeast(ctx.index.karpenterVersion(), '1.2.0') === false;
    if (old) {
      return { findings: [], notApplicable: 'Karpenter is older than 1.2' };
    }
    const findings = ctx.items('ec2nodeclasses').flatMap(nodeClass => {
      const condition = conditionOf(nodeClass, 'ValidationSucceeded');
      if (
        condition?.status !== 'False' ||
        condition.reason === 'DependenciesNotReady'
      ) {
        return [];
      }
      const fault = classFault(ctx, nodeClass, 'ValidationSucceeded');
      if (fault === undefined || fault === 'unsure') return [];
      return [
        classFinding(
          nodeClass,
          fault,
          'ValidationSucceeded',
          'does not pass validation',
          [
            {
              text: hint(condition.reason),
              command: shellCommand`kubectl describe ec2nodeclass ${nodeClass.name}`,
            },
            {
              text: 'Then make Karpenter look again at once',
              command: shellCommand`kubectl annotate ec2nodeclass ${nodeClass.name} clusterworks.dev/revalidate="$(date +%s)" --overwrite`,
            },
          ],
        ),
      ];
    });
    return { findings };
  },
};

function hint(reason = ''): string {
  if (reason.endsWith('AuthCheckFailed')) {
    return "Compare the controller's policy with that of its version; a service control policy or missing tag condition refuses, too";
  }
  if (reason === 'ClusterCIDRResolutionFailed') {
    return 'Allow eks:DescribeCluster and set settings.clusterName';
  }
  if (reason.includes('Kubelet')) {
    return 'Correct spec.kubelet: since 1.15 the controller checks it, not the API server';
  }
  if (reason === 'TagValidationFailed') {
    return 'Remove the tags that Karpenter sets itself from spec.tags';
  }
  if (reason === 'InstanceProfileNotFound') {
    return 'spec.instanceProfile names a profile that does not exist';
  }
  return 'Follow the message of the condition';
}

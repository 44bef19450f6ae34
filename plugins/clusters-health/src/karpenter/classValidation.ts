import { conditionOf } from '../kinds';
import { Rule } from '../engine/Rule';
import { isAtLeast } from '../engine/versions';
import { classFault, classFinding } from './nodeClassRule';
import { shellCommand } from '../engine/shellCommand';

/** N5: Karpenter tried the class and EC2 or its own checks refused. */
export const classValidation: Rule = {
  code: 'karpenter/N5',
  rule: 'nodeclass-validation',
  component: 'karpenter',
  title: 'EC2NodeClass does not pass validation',
  means:
    'A dry run of RunInstances, CreateFleet or CreateLaunchTemplate was refused (IAM, a service control policy), a tag or user data is not allowed, the cluster CIDR is not known, or (1.15) spec.kubelet is wrong. Nothing of the class can be launched.',
  detect:
    'EC2NodeClass condition ValidationSucceeded is False with a reason other than DependenciesNotReady, which only follows from N1 to N4.',
  remedyDoc:
    'Correct IAM, the policy, tags or kubelet settings; adding any annotation to the class makes Karpenter validate at once.',
  since: 'Karpenter 1.2',
  source:
    'facts/karpenter.md 1.5 and 1.6, facts/karpenter-observed.md 5 and 28',
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

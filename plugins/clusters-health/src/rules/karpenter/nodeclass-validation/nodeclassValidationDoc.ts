import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclassValidation. */
export const nodeclassValidationDoc: RuleDoc = {
  title: 'EC2NodeClass does not pass validation',
  means:
    'A dry run of RunInstances, CreateFleet or CreateLaunchTemplate was refused (IAM, a service control policy), a tag or user data is not allowed, the cluster CIDR is not known, or (1.15) spec.kubelet is wrong. Nothing of the class can be launched.',
  foundBy:
    'EC2NodeClass condition ValidationSucceeded is False with a reason other than DependenciesNotReady, which only follows from N1 to N4.',
  todo: 'Correct IAM, the policy, tags or kubelet settings; adding any annotation to the class makes Karpenter validate at once.',
  since: 'Karpenter 1.2',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/validation.go',
};

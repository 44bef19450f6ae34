import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclassValidation. */
export const nodeclassValidationDoc: CataloguedDoc = {
  title: 'EC2NodeClass does not pass validation',
  means:
    'A dry run of RunInstances, CreateFleet or CreateLaunchTemplate was refused (IAM, a service control policy), a tag or user data is not allowed, the cluster CIDR is not known, or (1.15) spec.kubelet is wrong. Where the validation itself fails (an instance profile that does not exist, an ARN in its place, EC2 out of reach), the condition stays Unknown and only the log of the controller says why. Nothing of the class can be launched.',
  foundBy:
    'EC2NodeClass condition ValidationSucceeded is False; or it is Unknown, absent or of an older generation for 3 minutes. Left out where subnets, security groups, images or instance profile are not ready either: then it is a consequence of those.',
  whom: 'EC2NodeClasses, since Karpenter 1.2. A note for one that no NodePool names.',
  waits:
    'Not at all on False. 3 minutes on Unknown, absent or behind the spec.',
  cannotSee: 'Which service control policy refuses: EC2 does not say.',
  lookAlikes:
    'A class whose subnets, groups, images or profile are missing: validation waits for them, so those are reported instead.',
  todo: [
    'Follow the reason: IAM, policy, tags, instance profile, user data or kubelet settings.',
    "Where the condition is not False, read the controller's log.",
    'When the cause is repaired, add any annotation to the class: Karpenter validates at once.',
  ],
  since: 'Karpenter 1.2',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/validation.go',
};

import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclassAmis. */
export const nodeclassAmisDoc: RuleDoc = {
  title: 'EC2NodeClass finds no AMI',
  means:
    'The AMI selector resolves to nothing. A missing version of an alias shows only as a condition that stays behind the spec, never as False. A deprecated image still launches, for now.',
  foundBy:
    'EC2NodeClass condition AMIsReady is False (AMINotFound, UnsupportedAlias), or Unknown, absent or behind the generation for 3 minutes (critical); status.amis has a deprecated image (warning).',
  todo: 'Correct the alias; move from AL2 to AL2023; pin a version.',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/ami.go',
};

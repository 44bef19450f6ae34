import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclassAmis. */
export const nodeclassAmisDoc: CataloguedDoc = {
  title: 'EC2NodeClass finds no AMI',
  means:
    'The AMI selector resolves to nothing. A missing version of an alias shows only as a condition that stays behind the spec, never as False. A deprecated image still launches, for now.',
  foundBy:
    'EC2NodeClass condition AMIsReady is False (AMINotFound, UnsupportedAlias), or Unknown, absent or behind the generation for 3 minutes (critical); status.amis has a deprecated image (warning).',
  whom: 'EC2NodeClasses. A note for one that no NodePool names.',
  waits:
    'Not at all on False. 3 minutes on Unknown, absent or behind the spec: Karpenter looks every minute.',
  cannotSee: 'Whether the image starts and joins.',
  lookAlikes:
    'An edit that Karpenter has not come to yet; an image that is deprecated and still launches, which is a warning.',
  todo: [
    'See which versions of the image there are.',
    'Correct the alias; move from AL2 to AL2023; pin a version.',
  ],
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/nodeclass/ami.go',
};

import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolZonalShift. */
export const nodepoolZonalShiftDoc: CataloguedDoc = {
  title: 'A zonal shift is active',
  means:
    'Somebody (or AWS) has shifted traffic away from a zone; Karpenter launches nothing in that zone meanwhile.',
  foundBy:
    'Event ZonalShiftActive on a NodePool in the last hour and no later ZonalShiftCleared.',
  whom: "NodePools of Karpenter's own AWS provider, since Karpenter 1.14.",
  waits: 'Not at all; it is a note, for an hour after the last event.',
  cannotSee: 'Who started the shift and when it ends: ARC knows.',
  lookAlikes: 'A shift that was cleared since: the later event counts.',
  todo: [
    'See who started it and when it ends.',
    'Do nothing while the shift is intended.',
  ],
  since: 'Karpenter 1.14',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/arczonalshift/controller.go',
};

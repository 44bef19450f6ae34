import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolZonalShift. */
export const nodepoolZonalShiftDoc: RuleDoc = {
  title: 'A zonal shift is active',
  means:
    'Somebody (or AWS) has moved traffic away from a zone; Karpenter launches nothing there meanwhile.',
  foundBy:
    'Event ZonalShiftActive on a NodePool in the last hour and no later ZonalShiftCleared.',
  todo: 'Nothing, while the shift is meant.',
  since: 'Karpenter 1.14',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/arczonalshift/controller.go',
};

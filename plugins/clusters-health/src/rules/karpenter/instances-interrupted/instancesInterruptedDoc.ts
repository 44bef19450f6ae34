import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule instancesInterrupted. */
export const instancesInterruptedDoc: CataloguedDoc = {
  title: 'Instances were interrupted',
  means:
    'AWS reclaimed spot instances, or stopped, terminated or found instances unhealthy; Karpenter drains and replaces them. Many in an hour mean that the pools should allow more instance types.',
  foundBy:
    'Events SpotInterrupted, InstanceStopping, InstanceTerminating, InstanceUnhealthy, CapacityReservationInstanceInterrupted or TerminatingOnInterruption on NodeClaims in the last hour. A note; a warning for five and more that are also a fifth of the present nodes. SpotRebalanceRecommendation alone is a note of its own.',
  whom: "NodeClaims of Karpenter's own AWS provider.",
  waits: 'Not at all; what happened within the last hour.',
  cannotSee:
    'Interruptions that Karpenter does not learn of: without a queue there are no events (interruption-off).',
  lookAlikes:
    'Nodes that Karpenter itself removed; a rebalance recommendation, which is no interruption.',
  todo: [
    'For a few: do nothing, Karpenter replaces them.',
    'Many: allow more instance types and zones; keep some on-demand.',
  ],
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/interruption/controller.go',
};

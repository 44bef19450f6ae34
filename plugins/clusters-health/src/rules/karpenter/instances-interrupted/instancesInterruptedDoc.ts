import { RuleDoc } from '../../../rule/Rule';

/** What people read of instancesInterrupted. */
export const instancesInterruptedDoc: RuleDoc = {
  title: 'Instances were interrupted',
  means:
    'AWS took spot instances back, or stopped, ended or found instances unhealthy; Karpenter drains and replaces them. Many in an hour mean that the pools should have more choice.',
  foundBy:
    'Events SpotInterrupted, InstanceStopping, InstanceTerminating, InstanceUnhealthy, CapacityReservationInstanceInterrupted or TerminatingOnInterruption on NodeClaims in the last hour. A note; a warning for five and more that are also a fifth of the present nodes. SpotRebalanceRecommendation alone is a note of its own.',
  todo: 'Allow more instance types and zones; keep some on-demand.',
  source:
    'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/controllers/interruption/controller.go',
};

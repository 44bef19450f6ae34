import { RuleDoc } from '../../../rule/Rule';

/** What people read of capacityReservationExpiring. */
export const capacityReservationExpiringDoc: RuleDoc = {
  title: 'A capacity reservation ends soon',
  means:
    'When a reservation ends, its nodes go on as on-demand or are drained (capacity blocks), and new ones are no longer assured.',
  foundBy:
    'EC2NodeClass status.capacityReservations: state expiring, or endTime within 24 hours.',
  todo: 'Extend the reservation, or plan for its end.',
  since: 'Karpenter 1.3',
  source: 'https://karpenter.sh/docs/tasks/odcrs/',
};

import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule capacityReservationExpiring. */
export const capacityReservationExpiringDoc: CataloguedDoc = {
  title: 'A capacity reservation ends soon',
  means:
    'When a reservation ends, its nodes go on as on-demand or are drained (capacity blocks), and new ones are no longer assured.',
  foundBy:
    'EC2NodeClass status.capacityReservations: state expiring, or endTime within 24 hours.',
  whom: 'EC2NodeClasses that have found capacity reservations, since Karpenter 1.3.',
  waits: 'From 24 hours before the end, so that there is a working day to act.',
  cannotSee: 'Whether the reservation is meant to end: no object says so.',
  lookAlikes: 'A reservation without an end.',
  todo: [
    'See when it ends, and how much of it is in use.',
    'Extend it, or let the pools use another capacity type before it ends.',
  ],
  since: 'Karpenter 1.3',
  source: 'https://karpenter.sh/docs/tasks/odcrs/',
};

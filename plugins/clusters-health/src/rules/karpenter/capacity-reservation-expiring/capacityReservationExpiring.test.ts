import { describeRule } from '../../../testing/describeRule';
import { ago, nodeClass } from '../../../testing/world';
import { capacityReservationExpiring } from './capacityReservationExpiring';

const withReservation = (own: Record<string, unknown>) =>
  nodeClass('default', {
    status: {
      capacityReservations: [
        { id: 'cr-1', instanceType: 'p5.48xlarge', state: 'active', ...own },
      ],
    },
  });

describeRule(
  capacityReservationExpiring,
  [
    {
      name: 'warns a day before the end',
      world: { ec2nodeclasses: [withReservation({ endTime: ago(-23 * 60) })] },
      state: 'fired',
      severity: 'warning',
      says: 'in 23 h',
    },
    {
      name: 'passes before that',
      world: { ec2nodeclasses: [withReservation({ endTime: ago(-25 * 60) })] },
      state: 'pass',
    },
    {
      name: 'warns of the state',
      world: { ec2nodeclasses: [withReservation({ state: 'expiring' })] },
      state: 'fired',
    },
  ],
  { healthy: 'notApplicable' },
);

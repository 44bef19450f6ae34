import { describeRule } from '../../../testing/describeRule';
import { karpenterEvent } from '../../../testing/world';
import { nodepoolZonalShift } from './nodepoolZonalShift';

const event = (reason: string, minutes: number) =>
  karpenterEvent('NodePool', 'general', reason, 'zone eu-west-1a', minutes);

describeRule(nodepoolZonalShift, [
  {
    name: 'notes a shift',
    world: { events: [event('ZonalShiftActive', 10)] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'passes once it is cleared',
    world: {
      events: [event('ZonalShiftActive', 10), event('ZonalShiftCleared', 5)],
    },
    state: 'pass',
  },
  {
    name: 'leaves out the event after an hour',
    world: { events: [event('ZonalShiftActive', 61)] },
    state: 'pass',
  },
]);

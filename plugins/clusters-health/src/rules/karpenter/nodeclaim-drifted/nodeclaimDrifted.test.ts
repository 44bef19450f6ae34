import { describeRule } from '../../../testing/describeRule';
import { condition, nodeClaim } from '../../../testing/world';
import { nodeclaimDrifted } from './nodeclaimDrifted';

const old = (name: string, minutes: number) =>
  nodeClaim(name, {
    status: {
      conditions: [
        condition('Initialized', 'True'),
        condition('Drifted', 'True', minutes, 'AMIDrift', 'AMIDrift'),
      ],
    },
  });

describeRule(nodeclaimDrifted, [
  {
    name: 'notes drift, once per pool',
    world: { nodeclaims: [old('general-1', 60), old('general-2', 50)] },
    state: 'fired',
    severity: 'info',
    says: '2 nodes of NodePool general are nodeclaimDrifted (AMIDrift)',
  },
  {
    name: 'warns after a day',
    world: { nodeclaims: [old('general-1', 25 * 60)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'takes an absent condition for no drift',
    world: { nodeclaims: [nodeClaim()] },
    state: 'pass',
  },
]);

import { describeRule } from '../testing/describeRule';
import { karpenterEvent } from '../testing/world';
import { interrupted } from './interrupted';

const gone = (name: string, minutes = 1) =>
  karpenterEvent(
    'NodeClaim',
    name,
    'SpotInterrupted',
    'Spot interruption warning was triggered',
    minutes,
  );

describeRule(interrupted, [
  {
    name: 'notes one',
    world: { events: [gone('a')] },
    state: 'fired',
    severity: 'info',
    says: '1 instance away',
  },
  {
    name: 'counts NodeClaim and Node of one instance once',
    world: {
      events: [
        gone('a'),
        karpenterEvent('Node', 'node-a', 'SpotInterrupted', 'x', 1),
      ],
    },
    state: 'fired',
    says: '1 instance away',
  },
  {
    name: 'warns of many',
    world: { events: ['a', 'b', 'c', 'd', 'e'].map(name => gone(name)) },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'forgets after an hour',
    world: { events: [gone('a', 61)] },
    state: 'pass',
  },
]);

import { describeRule } from '../../../testing/describeRule';
import { karpenterEvent } from '../../../testing/world';
import { instancesInterrupted } from './instancesInterrupted';

const gone = (name: string, minutes = 1) =>
  karpenterEvent(
    'NodeClaim',
    name,
    'SpotInterrupted',
    'Spot interruption warning was triggered',
    minutes,
  );

const told = (name: string, reason: string) =>
  karpenterEvent('NodeClaim', name, reason, reason, 1);

describeRule(instancesInterrupted, [
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
    name: 'notes an interruption of which only the last event exists',
    world: { events: [told('a', 'TerminatingOnInterruption')] },
    state: 'fired',
    says: '1 instance away',
  },
  {
    name: 'counts both events of one interruption once',
    world: { events: [gone('a'), told('a', 'TerminatingOnInterruption')] },
    state: 'fired',
    says: '1 instance away',
  },
  {
    name: 'notes a recommendation',
    world: { events: [told('a', 'SpotRebalanceRecommendation')] },
    state: 'fired',
    severity: 'info',
    says: 'may soon take 1 instance',
  },
  {
    name: 'drops a recommendation that an interruption followed',
    world: { events: [gone('a'), told('a', 'SpotRebalanceRecommendation')] },
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
    name: 'leaves out events after an hour',
    world: { events: [gone('a', 61)] },
    state: 'pass',
  },
]);

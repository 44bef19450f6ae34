import {
  healthyWorld,
  karpenterEvent,
  NOW,
  snapshotOf,
} from '../testing/world';
import { viewCluster } from './viewCluster';

const taken = (claim: string, reason: string, minutes: number) =>
  karpenterEvent('NodeClaim', claim, reason, '', minutes);
const interrupted = (events: unknown[] | 'forbidden') =>
  viewCluster(snapshotOf({ ...healthyWorld(), events }), NOW).karpenter
    .interrupted;

describe('instances that AWS took away', () => {
  it.each<[string, unknown[] | 'forbidden', number | undefined]>([
    ['none', [], 0],
    [
      'an instance with two events counts once',
      [
        taken('general-1', 'SpotInterrupted', 5),
        taken('general-1', 'TerminatingOnInterruption', 5),
      ],
      1,
    ],
    [
      'a recommendation takes nothing',
      [taken('general-1', 'SpotRebalanceRecommendation', 5)],
      0,
    ],
    ['longer than an hour ago', [taken('general-1', 'SpotInterrupted', 61)], 0],
    ['events cannot be read', 'forbidden', undefined],
  ])('%s', (_, events, count) => {
    expect(interrupted(events)).toBe(count);
  });
});

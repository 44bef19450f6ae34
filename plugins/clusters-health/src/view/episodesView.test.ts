import {
  healthyWorld,
  karpenterEvent,
  NOW,
  snapshotOf,
} from '../testing/world';
import { viewCluster } from './viewCluster';

const episodesOf = (events: object[], state: 'ok' | 'forbidden' = 'ok') =>
  viewCluster(snapshotOf({ ...healthyWorld(), events }, { events: state }), NOW)
    .karpenter.episodes;
const blocked = (node: string, minutes: number, count = 1) =>
  karpenterEvent('Node', node, 'DisruptionBlocked', `PDB on ${node}`, minutes, {
    count,
  });

describe('episodesView', () => {
  it('joins events of one reason that follow each other, with their counts', () => {
    const [episode, ...others] =
      episodesOf([blocked('a', 2, 20), blocked('b', 1, 4), blocked('a', 9)]) ??
      [];
    expect(episode).toMatchObject({
      ...{ reason: 'DisruptionBlocked', kind: 'Node', count: 25 },
      ...{ message: 'PDB on b', objectsTotal: 2 },
      objects: [{ name: 'b' }, { name: 'a' }],
    });
    expect(others).toEqual([]);
  });

  it.each([
    ['a quarter of an hour of silence', [blocked('a', 1), blocked('a', 16)], 1],
    ['more than that', [blocked('a', 1), blocked('a', 17)], 2],
    [
      'another reason',
      [blocked('a', 1), karpenterEvent('Node', 'a', 'SpotInterrupted', '')],
      2,
    ],
    [
      'another kind',
      [
        blocked('a', 1),
        karpenterEvent('NodeClaim', 'a', 'DisruptionBlocked', ''),
      ],
      2,
    ],
    [
      'an event of the scheduler',
      [
        karpenterEvent('Pod', 'a', 'FailedScheduling', '', 1, {
          source: { component: 'default-scheduler' },
          reportingComponent: 'default-scheduler',
        }),
      ],
      0,
    ],
  ])('%s', (_, events, expected) => {
    expect(episodesOf(events)).toHaveLength(expected);
  });

  it('has the newest episode first, and no more than can be read', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      karpenterEvent(
        'Node',
        'a',
        `Reason${index}`,
        'x'.repeat(900),
        60 - index,
      ),
    );
    const episodes = episodesOf(many) ?? [];
    expect(episodes).toHaveLength(50);
    expect(episodes[0].reason).toBe('Reason59');
  });

  it('tells which are routine, and leaves those out first', () => {
    const launched = (name: string, minutes: number) =>
      karpenterEvent(
        'NodeClaim',
        name,
        'Launched',
        'Status condition transitioned, Type: Launched, Status: Unknown -> True',
        minutes,
        { type: 'Normal' },
      );
    const [first, second] =
      episodesOf([launched('a', 1), blocked('b', 2)]) ?? [];
    expect(first).toMatchObject({ reason: 'Launched', routine: true });
    expect(second).not.toHaveProperty('routine');

    const many = Array.from({ length: 60 }, (_, index) =>
      launched(`a${index}`, 20 * index),
    );
    const left = episodesOf([...many, blocked('b', 2_000)]) ?? [];
    expect(left).toHaveLength(50);
    expect(left.at(-1)).toMatchObject({ reason: 'DisruptionBlocked' });
  });

  it('is absent where events may not be read', () => {
    expect(episodesOf([blocked('a', 1)], 'forbidden')).toBeUndefined();
  });
});

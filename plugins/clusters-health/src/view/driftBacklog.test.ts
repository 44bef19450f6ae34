import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';
import type { BudgetFacts, NodePoolFacts } from '../kinds';
import { driftBacklog } from './driftBacklog';

/** A Sunday, ten minutes past nine. */
const NOW = Date.parse('2026-11-22T09:10:00Z');
const HOUR = 3_600;

const times = [{ stage: 'total' as const, samples: 5, p50: 60, p95: 90 }];
const heldNode = (nodePool: string, blocked = true): HeldNodeView => ({
  ...{ node: 'n', nodePool, why: 'drifted' },
  blockers: blocked
    ? [{ pod: 'a/b', why: 'pdb', by: 'a/c', free: 'more replicas' }]
    : [],
});
const backlog = (
  budgets: BudgetFacts[],
  change: Partial<Parameters<typeof driftBacklog>[0]> = {},
) =>
  driftBacklog({
    pool: { name: 'general', budgets } as NodePoolFacts,
    ...{ nodes: 5, total: 20, held: [], times, now: NOW },
    ...change,
  });

describe('driftBacklog', () => {
  it.each<[string, BudgetFacts[], object, object]>([
    ['three rounds of two', [{ nodes: '2' }], {}, { value: 3 * 60 }],
    ['a percentage of all nodes', [{ nodes: '10%' }], {}, { value: 3 * 60 }],
    [
      'the window that opens first, in seven hours and 50 minutes',
      [{ nodes: '5' }, { nodes: '0', schedule: '0 0 * * *', duration: '17h' }],
      {},
      { value: 7 * HOUR + 50 * 60 + 60 },
    ],
    [
      'two windows, when one is too short',
      [{ nodes: '1' }, { nodes: '0', schedule: '2 10 * * *', duration: '23h' }],
      // Three rounds until 10:02, the last two from 9:02 on.
      { times: [{ ...times[0], p50: 20 * 60 }] },
      { value: 24 * HOUR + 32 * 60 },
    ],
    ['the pool of its own, else all', [{ nodes: '5' }], {}, { value: 60 }],
    [
      'the nodes that no pod holds',
      [{ nodes: '2' }],
      { held: [heldNode('general'), heldNode('general'), heldNode('gpu')] },
      { value: 2 * 60 },
    ],
  ])('estimates %s', (_, budgets, change, seconds) => {
    expect(backlog(budgets, change)?.seconds).toMatchObject({
      certainty: 'estimate',
      ...seconds,
    });
  });

  it.each<[string, BudgetFacts[], object, RegExp]>([
    ['a budget of 0', [{ nodes: '0' }], {}, /allow none/],
    ['a budget that cannot be read', [{ nodes: 'x' }], {}, /cannot be read/],
    ['no start that was seen', [{ nodes: '1' }], { times: [] }, /observed/],
    ['no bootTimes', [{ nodes: '1' }], { times: undefined }, /observed/],
    [
      'pods that hold all',
      [{ nodes: '5' }],
      { nodes: 1, held: [heldNode('general')] },
      /hold all/,
    ],
    [
      'a week that is too short',
      [
        { nodes: '1' },
        { nodes: '0', schedule: '5 0 * * *', duration: '23h55m' },
      ],
      { nodes: 500, times: [{ ...times[0], p50: 600 }] },
      /not this week/,
    ],
  ])('does not know it with %s', (_, budgets, change, reason) => {
    expect(backlog(budgets, change)?.seconds).toMatchObject({
      certainty: 'unknown',
      reason: expect.stringMatching(reason),
    });
  });

  it('counts the nodes that pods hold, unless that is not known', () => {
    const held = [heldNode('general'), heldNode('general', false)];
    expect(backlog([{ nodes: '1' }], { held })?.held).toBe(1);
    expect(backlog([{ nodes: '1' }], { held: undefined })).not.toHaveProperty(
      'held',
    );
  });

  it('is absent when no node drifted', () => {
    expect(backlog([{ nodes: '1' }], { nodes: 0 })).toBeUndefined();
  });
});

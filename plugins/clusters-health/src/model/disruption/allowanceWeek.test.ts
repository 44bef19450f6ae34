import fc from 'fast-check';
import { kinds } from '../../kinds';
import { nodePool } from '../../testing/world';
import { allowanceWeek, weekOf } from './allowanceWeek';
import { allowedDisruptions } from './allowedDisruptions';

const HOUR = 3_600_000;
/** A Sunday. */
const NOW = Date.parse('2026-11-29T10:17:00Z');
const WEEK = weekOf(NOW);

const poolWith = (budgets: unknown) => {
  const pool = kinds.nodepools.project(
    nodePool('general', { spec: { disruption: { budgets } } }),
  );
  if (!pool) {
    throw new Error('no pool');
  }
  return pool;
};
const hours = (spans: { from: number; nodes: number }[] | undefined) =>
  spans?.map(({ from, nodes }) => [(from - WEEK.from) / HOUR, nodes]);

describe('allowanceWeek', () => {
  it('is seven days from the beginning of the day in UTC', () => {
    expect(new Date(WEEK.from).toISOString()).toBe('2026-11-29T00:00:00.000Z');
    expect(WEEK.until - WEEK.from).toBe(168 * HOUR);
  });

  it('has the smallest number of all budgets that are active', () => {
    const pool = poolWith([
      { nodes: '10%' },
      { nodes: '0', schedule: '0 8 * * mon', duration: '12h' },
      { nodes: '1', schedule: '0 6 * * mon', duration: '4h' },
    ]);
    expect(hours(allowanceWeek(pool, 'Drifted', 40, WEEK))).toEqual([
      [0, 4],
      [30, 1],
      [32, 0],
      [44, 4],
    ]);
  });

  it('begins within a window that opened before, and joins those that touch', () => {
    const pool = poolWith([
      { nodes: '0', schedule: '0 22 * * *', duration: '4h' },
      { nodes: '0', schedule: '0 2 * * *', duration: '1h' },
    ]);
    expect(hours(allowanceWeek(pool, 'Empty', 5, WEEK))?.slice(0, 4)).toEqual([
      [0, 0],
      [3, 5],
      [22, 0],
      [27, 5],
    ]);
  });

  it('heeds only budgets for the reason', () => {
    const pool = poolWith([
      { nodes: '0', reasons: ['Drifted'] },
      { nodes: '50%', reasons: ['Empty'] },
    ]);
    expect(hours(allowanceWeek(pool, 'Drifted', 5, WEEK))).toEqual([[0, 0]]);
    expect(hours(allowanceWeek(pool, 'Empty', 5, WEEK))).toEqual([[0, 3]]);
    expect(hours(allowanceWeek(pool, 'Underutilized', 5, WEEK))).toEqual([
      [0, 5],
    ]);
  });

  it.each([
    ['cannot be parsed', [{ nodes: '0', schedule: 'now', duration: '1h' }]],
    ['have no number', [{ nodes: 'some' }]],
    [
      'change too often',
      [{ nodes: '0', schedule: '* * * * *', duration: '10s' }],
    ],
    ['are too many', Array.from({ length: 11 }, () => ({ nodes: '1' }))],
  ])('is not known when budgets %s', (_, budgets) => {
    expect(allowanceWeek(poolWith(budgets), 'Empty', 5, WEEK)).toBeUndefined();
  });

  it('agrees with what is allowed at each time', () => {
    const budget = fc.record(
      {
        nodes: fc.constantFrom('0', '1', '3', '10%', '50%'),
        schedule: fc.constantFrom(
          ...['0 8 * * mon-fri', '30 22 * * *', '@daily', '0 */6 * * *'],
        ),
        duration: fc.constantFrom('1h', '8h30m', '24h', '100h'),
        reasons: fc.constantFrom(['Drifted'], ['Empty', 'Drifted']),
      },
      { requiredKeys: ['nodes', 'schedule', 'duration'] },
    );
    fc.assert(
      fc.property(
        fc.array(budget, { maxLength: 4 }),
        fc.integer({ min: 0, max: 168 * 60 - 1 }),
        fc.constantFrom('Drifted' as const, 'Underutilized' as const),
        (budgets, minute, reason) => {
          const pool = poolWith(budgets);
          const at = WEEK.from + minute * 60_000;
          const span = allowanceWeek(pool, reason, 17, WEEK)?.find(
            ({ from, until }) => from <= at && at < until,
          );
          expect(span?.nodes).toBe(
            allowedDisruptions(pool, reason, 17, at).nodes,
          );
        },
      ),
    );
  });
});

import { kinds } from '../../kinds';
import { nodePool } from '../../testing/world';
import { allowedDisruptions } from './allowedDisruptions';
import { budgetWindow } from './budgetWindow';

const at = (text: string) => Date.parse(text);
const poolWith = (budgets: unknown) => {
  const pool = kinds.nodepools.project(
    nodePool('general', { spec: { disruption: { budgets } } }),
  );
  if (!pool) {
    throw new Error('no pool');
  }
  return pool;
};

describe('budgetWindow', () => {
  const night = { nodes: '0', schedule: '0 22 * * *', duration: '8h' };

  it.each([
    ['before it', '2026-11-22T21:59:59Z', false],
    ['at its start', '2026-11-22T22:00:00Z', true],
    ['over midnight', '2026-11-23T03:00:00Z', true],
    ['at its last second', '2026-11-23T05:59:59Z', true],
    ['at its end', '2026-11-23T06:00:00Z', false],
  ])('is in UTC: %s', (_, now, active) => {
    expect(budgetWindow(night, at(now))?.active).toBe(active);
  });

  it('gives the end of an open window, else the start of the next one', () => {
    expect(budgetWindow(night, at('2026-11-23T03:00:00Z'))).toEqual({
      active: true,
      until: at('2026-11-23T06:00:00Z'),
    });
    expect(budgetWindow(night, at('2026-11-23T07:00:00Z'))).toEqual({
      active: false,
      next: at('2026-11-23T22:00:00Z'),
    });
  });

  it('treats overlapping windows as one', () => {
    const hourly = { nodes: '0', schedule: '@hourly', duration: '1h30m' };
    expect(budgetWindow(hourly, at('2026-11-22T10:10:00Z'))).toEqual({
      active: true,
      until: at('2026-11-22T11:30:00Z'),
    });
  });

  it.each([
    [{ nodes: '0', schedule: 'now and then', duration: '1h' }],
    [{ nodes: '0', schedule: '* * * * * *', duration: '1h' }],
    [{ nodes: '0', schedule: '0 22 * * *' }],
    [{ nodes: '0', schedule: '0 22 * * *', duration: 'long' }],
  ])('returns undefined for %j', budget => {
    expect(budgetWindow(budget, at('2026-11-22T10:00:00Z'))).toBeUndefined();
  });
});

describe('allowedDisruptions', () => {
  const now = at('2026-11-22T10:00:00Z');
  it.each([
    ['10 % of 1 node rounds up', [{ nodes: '10%' }], 1, 1],
    ['10 % of 11 nodes rounds up', [{ nodes: '10%' }], 11, 2],
    ['0 % is none', [{ nodes: '0%' }], 5, 0],
    ['the smallest budget counts', [{ nodes: '50%' }, { nodes: '1' }], 10, 1],
    ['no budgets at all is the default of 10 %', undefined, 20, 2],
    ['an empty list allows all', [], 7, 7],
    [
      'a budget for another reason does not count',
      [{ nodes: '0', reasons: ['Drifted'] }],
      4,
      4,
    ],
    [
      'a budget outside of its window does not count',
      [{ nodes: '0', schedule: '0 22 * * *', duration: '8h' }],
      4,
      4,
    ],
    [
      'an invalid budget makes the number unknown',
      [{ nodes: 'few' }],
      4,
      undefined,
    ],
  ])('%s', (_, budgets, total, expected) => {
    expect(
      allowedDisruptions(poolWith(budgets), 'Empty', total, now).nodes,
    ).toBe(expected);
  });
});

import fc from 'fast-check';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { FleetHistory, together } from './FleetHistory';
import { HistoryStore } from './HistoryStore';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-22T10:07:00Z');
const LAST = 96;

onEachDatabase('FleetHistory', database => {
  let store: HistoryStore;
  const point = (
    identity: string,
    at: number,
    verdict: 'healthy' | 'degraded' | 'critical',
    podsPending?: number,
  ) => ({
    ...{ identity, cluster: identity, at },
    point: { verdict, podsPending, pools: { general: { nodes: 3 } } },
  });

  beforeEach(async () => {
    store = new HistoryStore(database());
    await database()('history_points').delete();
    await database()('verdict_changes').delete();
  });

  it('has the worst verdict and the most pending pods of each cell', async () => {
    await store.addPoints([
      point('a', NOW - 6 * MINUTE, 'healthy', 0),
      point('a', NOW - 8 * MINUTE, 'degraded', 3),
      point('a', NOW - 13 * MINUTE, 'healthy', 7),
      point('b', NOW - MINUTE, 'critical'),
      // More than a day ago.
      point('a', NOW - 24 * 60 * MINUTE - 8 * MINUTE, 'critical', 99),
    ]);
    await store.addChanges([
      {
        ...{ id: '1', identity: 'a', cluster: 'a', headline: '' },
        ...{ at: NOW - 30 * MINUTE, from: 'healthy', to: 'critical' },
      },
    ]);
    const { from, cells } = await new FleetHistory(store).read(
      ['b', 'a', 'nobody'],
      NOW,
    );
    expect(new Date(from).toISOString()).toBe('2026-11-21T10:00:00.000Z');
    const [b, a, nobody] = cells;
    expect([b, a, nobody].map(({ length }) => length)).toEqual([97, 97, 97]);
    expect(a[LAST]).toEqual({ verdict: 'healthy', podsPending: 0 });
    expect(a[LAST - 1]).toEqual({ verdict: 'degraded', podsPending: 7 });
    expect(a[LAST - 2]).toEqual({ verdict: 'critical' });
    expect(a.slice(0, LAST - 2).every(cell => !cell.verdict)).toBe(true);
    expect(b[LAST]).toEqual({ verdict: 'critical' });
    expect(nobody.every(cell => Object.keys(cell).length === 0)).toBe(true);
  });

  it('reads complete cells once, and the newest ones again', async () => {
    const readBriefly = jest.spyOn(store, 'readBriefly');
    const history = new FleetHistory(store);
    await store.addPoints([point('a', NOW - 40 * MINUTE, 'degraded', 2)]);
    const before = await history.read(['a'], NOW);
    expect(before.cells[0][LAST - 3].verdict).toBe('degraded');

    await store.addPoints([point('a', NOW + MINUTE, 'critical', 5)]);
    const after = await history.read(['a'], NOW + 2 * MINUTE);
    expect(after.cells[0][LAST]).toEqual({
      verdict: 'critical',
      podsPending: 5,
    });
    expect(after.cells[0][LAST - 3]).toEqual(before.cells[0][LAST - 3]);
    const [[, first], [, second]] = readBriefly.mock.calls;
    expect(first).toBe(Date.parse('2026-11-21T10:00:00Z'));
    expect(second).toBe(Date.parse('2026-11-22T10:00:00Z'));

    // A day later the old cells are gone.
    const later = await history.read(['a'], NOW + 26 * 60 * MINUTE);
    expect(later.cells[0].every(({ verdict }) => !verdict)).toBe(true);
  });

  it('reads many clusters in several queries', async () => {
    const readBriefly = jest.spyOn(store, 'readBriefly');
    const names = Array.from({ length: 41 }, (_, index) => `c${index}`);
    await store.addPoints(names.map(name => point(name, NOW, 'healthy', 1)));
    const { cells } = await new FleetHistory(store).read(names, NOW);
    expect(readBriefly).toHaveBeenCalledTimes(3);
    expect(cells.every(own => own[LAST].podsPending === 1)).toBe(true);
  });
});

describe('together', () => {
  const cell = fc.record(
    {
      verdict: fc.constantFrom(
        ...(['healthy', 'unknown', 'degraded', 'critical'] as const),
      ),
      podsPending: fc.nat(500),
    },
    { requiredKeys: [] },
  );

  it('does not depend on the order in which rows are read', () => {
    fc.assert(
      fc.property(cell, cell, cell, (a, b, c) => {
        const one = together(together(a, b), c);
        expect(together(c, together(b, a))).toEqual(one);
        expect(together(one, a)).toEqual(one);
      }),
    );
  });
});

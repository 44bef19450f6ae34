import type { HistoryPoint } from '@clusterworks/plugin-clusters-common';
import fc from 'fast-check';
import { dayCells, OTHER_NODES } from './dayCells';

const NOW = Date.parse('2026-11-22T10:07:00Z');
const MINUTE = 60_000;

const point = (
  minutesAgo: number,
  rest: Partial<HistoryPoint> = {},
): HistoryPoint => ({
  at: new Date(NOW - minutesAgo * MINUTE).toISOString(),
  verdict: 'healthy',
  ...rest,
});
const pools = (general: number, gpu: number) => ({
  general: { nodes: general },
  gpu: { nodes: gpu },
});

describe('dayCells', () => {
  it('ends with the present cell and leaves cells without points empty', () => {
    const { cells } = dayCells([point(1, { nodes: 3 })], NOW);
    expect(cells).toHaveLength(96);
    expect(new Date(cells[95].at).toISOString()).toBe(
      '2026-11-22T10:00:00.000Z',
    );
    expect(cells[95].nodes).toBe(3);
    expect(cells[94]).toEqual({
      ...{ at: cells[94].at, came: 0, went: 0 },
      ...{ interrupted: 0, draining: 0, upgrades: [], merges: [] },
    });
    expect(dayCells([point(25 * 60, { nodes: 3 })], NOW).cells[0].nodes).toBe(
      undefined,
    );
  });

  it('has the worst verdict, the most pending pods and the last nodes', () => {
    const { cells } = dayCells(
      [
        point(6, { nodes: 4, podsPending: 9, verdict: 'degraded' }),
        point(1, { nodes: 3, podsPending: 0 }),
      ],
      NOW,
    );
    expect(cells[95]).toMatchObject({
      ...{ verdict: 'degraded', nodes: 3, podsPending: 9 },
    });
  });

  it('counts nodes that came and went in each pool', () => {
    const { cells, series } = dayCells(
      [
        point(20, { nodes: 5, pools: pools(3, 1) }),
        point(5, { nodes: 6, pools: pools(5, 0) }),
      ],
      NOW,
    );
    expect(series).toEqual(['general', 'gpu', OTHER_NODES]);
    expect(cells[95]).toMatchObject({
      ...{ came: 2, went: 1 },
      pools: { general: 5, gpu: 0, [OTHER_NODES]: 1 },
    });
  });

  it('does not guess what happened while nothing was recorded', () => {
    const { cells } = dayCells(
      [
        point(90, { nodes: 3, pools: pools(3, 0) }),
        point(5, { nodes: 9, pools: pools(9, 0) }),
      ],
      NOW,
    );
    expect(cells[95]).toMatchObject({ came: 0, went: 0, nodes: 9 });
  });

  it('marks interruptions, drains and upgrades where points show them', () => {
    const { cells } = dayCells(
      [
        point(50, { interrupted: 1, versions: { cilium: '1.18.2' } }),
        point(35, { interrupted: 3, draining: 2 }),
        point(20, { interrupted: 2, versions: { cilium: '1.19.0' } }),
        point(5, {
          ...{ interrupted: 2, draining: 1 },
          versions: { cilium: '1.19.1', karpenter: '1.14.3' },
        }),
      ],
      NOW,
    );
    const marks = cells
      .slice(92)
      .map(({ interrupted, draining, upgrades }) => ({
        ...{ interrupted, draining },
        upgrades: upgrades.map(({ from, to }) => `${from} ${to}`),
      }));
    expect(marks).toEqual([
      { interrupted: 0, draining: 0, upgrades: [] },
      { interrupted: 2, draining: 2, upgrades: [] },
      // The point before knows no version.
      { interrupted: 0, draining: 0, upgrades: [] },
      { interrupted: 0, draining: 1, upgrades: ['1.19.0 1.19.1'] },
    ]);
  });

  it('counts no interruption over a time without points, but an upgrade', () => {
    const { cells } = dayCells(
      [
        point(90, { interrupted: 0, versions: { karpenter: '1.14.3' } }),
        point(5, { interrupted: 4, versions: { karpenter: '1.15.0' } }),
      ],
      NOW,
    );
    expect(cells[95]).toMatchObject({
      interrupted: 0,
      upgrades: [{ component: 'karpenter', from: '1.14.3', to: '1.15.0' }],
    });
  });

  it('the series always add up to the nodes', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__');
    const points = fc.array(
      fc.record({
        ago: fc.integer({ min: 0, max: 1430 }),
        nodes: fc.option(fc.nat(500), { nil: undefined }),
        pools: fc.option(
          fc.dictionary(name, fc.record({ nodes: fc.nat(300) })),
          { nil: undefined },
        ),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(points, given => {
        const sorted = given
          .sort((a, b) => b.ago - a.ago)
          .map(({ ago, ...rest }) => point(ago, rest));
        for (const cell of dayCells(sorted, NOW).cells) {
          const counts = Object.values(cell.pools ?? {});
          expect(counts.every(count => count >= 0)).toBe(true);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
            cell.nodes ?? 0,
          );
        }
      }),
    );
  });
});

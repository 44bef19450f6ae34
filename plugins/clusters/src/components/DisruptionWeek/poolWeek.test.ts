import type { DisruptionView } from '@clusterworks/plugin-clusters-common';
import { poolWeek, weekAround } from './poolWeek';

const NOW = Date.parse('2026-11-29T10:17:00Z');
const at = (text: string) => Date.parse(`2026-${text}:00Z`);
const spans = (...all: [string, number][]) =>
  all.map(([from, nodes]) => ({ from: `2026-${from}:00Z`, nodes }));
const view = (change: Partial<DisruptionView>): DisruptionView => ({
  ...{ budgets: [], allowedNow: [], drifted: 0 },
  ...change,
});
const week = (reasons: NonNullable<DisruptionView['week']>['reasons']) =>
  view({
    week: {
      ...{ from: '2026-11-29T00:00:00Z', until: '2026-12-06T00:00:00Z' },
      reasons,
    },
  });

describe('poolWeek', () => {
  it('says when a closed pool opens', () => {
    const [found] = poolWeek(
      week([
        {
          reason: 'Drifted',
          spans: spans(
            ['11-29T00:00', 2],
            ['11-29T08:00', 0],
            ['11-29T20:00', 2],
          ),
        },
      ]),
      NOW,
    );
    expect(found).toMatchObject({ now: 0, opens: at('11-29T20:00') });
    expect(found.spans[2]).toEqual({
      ...{ from: at('11-29T20:00'), until: at('12-06T00:00'), nodes: 2 },
    });
  });

  it('says of a pool that is open, or that stays closed, that nothing opens', () => {
    const reason = 'Empty' as const;
    const open = spans(['11-29T00:00', 1], ['11-30T00:00', 3]);
    const closed = spans(['11-29T00:00', 0]);
    expect(poolWeek(week([{ reason, spans: open }]), NOW)[0]).toEqual(
      expect.not.objectContaining({ opens: expect.anything() }),
    );
    expect(poolWeek(week([{ reason, spans: closed }]), NOW)[0]).toEqual(
      expect.not.objectContaining({ opens: expect.anything() }),
    );
  });

  it('has reasons with the same budgets together', () => {
    const same = spans(['11-29T00:00', 1]);
    const groups = poolWeek(
      week([
        { reason: 'Underutilized', spans: same },
        { reason: 'Empty', spans: same },
        { reason: 'Drifted', spans: spans(['11-29T00:00', 0]) },
      ]),
      NOW,
    );
    expect(groups.map(({ reasons }) => reasons)).toEqual([
      ['Underutilized', 'Empty'],
      ['Drifted'],
    ]);
  });

  it('is the same all week without schedules', () => {
    const allowedNow = [{ reason: 'Empty' as const, nodes: 3 }];
    expect(poolWeek(view({ allowedNow }), NOW)).toEqual([
      {
        ...{ reasons: ['Empty'], now: 3 },
        spans: [{ ...weekAround(NOW), nodes: 3 }],
      },
    ]);
  });

  it('has nothing of a week that is over', () => {
    const old = week([{ reason: 'Empty', spans: spans(['11-29T00:00', 1]) }]);
    expect(poolWeek(old, NOW + 8 * 24 * 3_600_000)).toEqual([]);
  });
});

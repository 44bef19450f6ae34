import type { HistoryResponse } from '@clusterworks/plugin-clusters-common';
import {
  clusterDetail,
  clusterMerges,
  historyResponse,
} from '../../__testUtils__/fixtures';
import { NOW } from '@clusterworks/kube-fixtures';
import { type DayEvent, eventsOfDay, foldEvents } from './eventsOfDay';

const now = Date.parse(NOW);
const HOUR = 3_600_000;
const day = { from: now - 24 * HOUR, until: now + 1 };
const eventsIn = (range: typeof day, history: HistoryResponse | undefined) =>
  eventsOfDay(clusterDetail(), history, range, now);

describe('eventsOfDay', () => {
  it('has every kind, the newest first', () => {
    const events = eventsIn(day, historyResponse());
    expect([...new Set(events.map(({ what }) => what))].sort()).toEqual([
      ...['finding', 'interrupted', 'launch', 'upgrade', 'verdict'],
    ]);
    const times = events.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('has only what lies in the time', () => {
    const recent = { from: now - HOUR / 2, until: now + 1 };
    const events = eventsIn(recent, historyResponse());
    expect(events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['finding', 'launch', 'verdict']),
    );
    expect(events.every(({ at }) => at >= recent.from)).toBe(true);
    expect(events.some(({ what }) => what === 'upgrade')).toBe(false);
  });

  it('has merges, with the time that they were merged at', () => {
    const { merges } = clusterMerges();
    const events = eventsOfDay(
      ...[clusterDetail(), historyResponse()],
      ...[day, now, [...merges, { ...merges[0], at: 'soon' }]],
    );
    expect(events.filter(({ what }) => what === 'merge')).toEqual([
      { at: Date.parse(merges[0].at), what: 'merge', merge: merges[0] },
    ]);
  });

  it('does without a history, and without anything that was read', () => {
    expect(eventsIn(day, undefined).map(({ what }) => what)).toContain(
      'finding',
    );
    expect(
      eventsOfDay({}, { ...historyResponse(), points: [] }, day, now),
    ).toHaveLength(1);
  });
});

describe('foldEvents', () => {
  it('shows no more merges than there is room for, the newest first', () => {
    const [merge] = clusterMerges().merges;
    const merged = (at: number): DayEvent => ({ at, what: 'merge', merge });
    const verdict: DayEvent = {
      ...{ at: 1, what: 'verdict', verdict: 'healthy', headline: 'well' },
    };
    const all = [merged(4), merged(3), merged(2), verdict];
    expect(foldEvents(all, 6).folded).toEqual([]);
    const { shown, folded } = foldEvents(all, 6, 1);
    expect(shown.map(({ at }) => at)).toEqual([4, 1]);
    expect(folded.map(({ at }) => at)).toEqual([3, 2]);
  });

  it('folds nodes that come and go before all else, and keeps the order', () => {
    const [claim] = clusterDetail().view?.karpenter.nodeClaims ?? [];
    const launch = (at: number): DayEvent => ({ at, what: 'launch', claim });
    const verdict: DayEvent = {
      ...{ at: 1, what: 'verdict', verdict: 'healthy', headline: 'well' },
    };
    const { shown, folded } = foldEvents(
      [launch(4), launch(3), launch(2), verdict],
      2,
    );
    expect(shown.map(({ at }) => at)).toEqual([4, 1]);
    expect(folded.map(({ at }) => at)).toEqual([3, 2]);
    expect(foldEvents([verdict], 2).folded).toEqual([]);
  });
});

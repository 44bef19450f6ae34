import type {
  ClusterView,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import fc from 'fast-check';
import type { RoomTrend } from '../model/addresses/RoomTrend';
import { DAY, HOUR } from '../model/durations';
import { atMost, exact, unknownMeasure } from './measures';
import { readRoomTrend, rememberRoom, withRoomTime } from './roomTrend';
import { lastsLong, type UnknownReason } from './unknownReasons';

const START = Date.parse('2026-11-16T00:00:00Z');

function viewWith(addresses: Measure): ClusterView {
  const room = {
    addresses,
    nodes: addresses,
    hours: unknownMeasure('one look'),
  };
  return {
    cilium: { room, subnets: [{ subnetId: 'subnet-a', room }] },
  } as unknown as ClusterView;
}

/** The result for free addresses that were sampled every ten minutes. */
function after(hours: number, leftAfter: (hour: number) => Measure) {
  let trend: RoomTrend | undefined;
  for (let minutes = 0; minutes <= hours * 60; minutes += 10) {
    const view = viewWith(leftAfter(minutes / 60));
    trend = rememberRoom(trend, view, START + minutes * 60_000);
  }
  const now = START + hours * HOUR;
  const last = viewWith(leftAfter(hours));
  const { cilium } = withRoomTime(last, trend as RoomTrend, now);
  expect(cilium.subnets?.[0].room.hours).toEqual(cilium.room.hours);
  return { hours: cilium.room.hours, trend: trend as RoomTrend };
}

describe('the time that free addresses last', () => {
  it('is a bound: the free addresses at most, divided by the rate of decrease', () => {
    const { hours } = after(48, hour => atMost(1000 - 10 * hour));
    // 520 addresses, ten an hour: 52 hours, as whole days.
    expect(hours).toEqual(atMost(72));
  });

  it('ignores a daily rise and fall', () => {
    const day = (hour: number) =>
      atMost(1000 - Math.round(200 * Math.sin((hour / 24) * 2 * Math.PI) ** 2));
    expect(after(6 * 24, day).hours.certainty).toBe('unknown');
  });

  it.each<[string, number, (hour: number) => Measure, string | UnknownReason]>([
    [
      'too few samples',
      23,
      hour => atMost(1000 - 10 * hour),
      {
        reason: 'its trend needs a day, and has been seen for 23 h',
        code: 'shortTrend',
        params: { hours: 23 },
      },
    ],
    ['steady', 48, () => atMost(1000), lastsLong],
    ['growing', 48, hour => atMost(1000 + hour), lastsLong],
    [
      'unknown now',
      48,
      () => unknownMeasure('ciliumnodes: forbidden'),
      'ciliumnodes: forbidden',
    ],
  ])('is unknown: %s', (_what, hours, leftAfter, reason) => {
    expect(after(hours, leftAfter).hours).toEqual(unknownMeasure(reason));
  });

  it.each<[string, number, (hour: number) => Measure, Measure]>([
    [
      'one that became empty',
      48,
      hour => atMost(Math.max(0, 480 - 10 * hour)),
      atMost(0),
    ],
    ['one that was empty all week', 7 * 24, () => exact(0), exact(0)],
    ['one that was seen for an hour', 1, () => exact(0), exact(0)],
  ])('gives zero for a subnet that is empty now: %s', (_, seen, left, none) => {
    expect(after(seen, left).hours).toEqual(none);
  });

  it('keeps hourly samples of one week, and none from the future', () => {
    const { trend } = after(10 * 24, () => atMost(1000));
    expect(trend.samples.length).toBeLessThanOrEqual(7 * 24 + 1);
    const earlier = START + 5 * DAY;
    const { samples } = rememberRoom(trend, viewWith(atMost(1)), earlier);
    expect(samples.every(({ at }) => at <= earlier)).toBe(true);
    expect(readRoomTrend(JSON.parse(JSON.stringify(trend)))).toEqual(trend);
  });

  it('rejects a value that is not a trend', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(readRoomTrend(value)).toBeUndefined();
      }),
    );
    expect(
      readRoomTrend({ version: 1, samples: [{ at: 1, subnets: { a: 'x' } }] }),
    ).toBeUndefined();
  });
});

import type {
  ClusterView,
  Measure,
  Room,
} from '@clusterworks/plugin-clusters-common';
import type { RoomSample, RoomTrend } from '../model/addresses/RoomTrend';
import {
  timeUntilEmpty,
  type TrendPoint,
} from '../model/addresses/timeUntilEmpty';
import { DAY, HOUR } from '../model/durations';
import { unknownMeasure } from './measures';
import { lastsLong, shortTrend } from './unknownReasons';

const DISTANCE = HOUR;
const KEPT = 7 * DAY;
/** A trend of one week is not meaningful beyond this time. */
const LONGEST = 365 * DAY;

/** More than the number of subnets that one cluster uses in a VPC. */
const MAX_SUBNETS = 200;

/**
 * Records the free addresses of a view, once an hour, and drops samples older
 * than a week.
 *
 * @param now - milliseconds since 1970
 *
 * @public
 */
export function rememberRoom(
  trend: RoomTrend | undefined,
  view: ClusterView,
  now: number,
): RoomTrend {
  // When the clock was set back, samples from the future are dropped.
  const samples = (trend?.samples ?? []).filter(
    ({ at }) => at <= now && now - at <= KEPT,
  );
  const last = samples[samples.length - 1];
  if (last && now - last.at < DISTANCE) {
    return { version: 1, samples };
  }
  return { version: 1, samples: [...samples, sampleOf(view, now)] };
}

function sampleOf({ cilium }: ClusterView, at: number): RoomSample {
  const subnets = (cilium.subnets ?? [])
    .slice(0, MAX_SUBNETS)
    .flatMap(({ subnetId, room }): [string, number][] =>
      room.addresses.certainty === 'unknown'
        ? []
        : [[subnetId, room.addresses.value]],
    );
  const { addresses } = cilium.room;
  return {
    at,
    ...(addresses.certainty !== 'unknown' && { cluster: addresses.value }),
    subnets: Object.fromEntries(subnets),
  };
}

/**
 * A view that also says how long the free addresses last, if the trend of the
 * last week continues.
 *
 * @param now - milliseconds since 1970
 *
 * @public
 */
export function withRoomTime(
  view: ClusterView,
  { samples }: RoomTrend,
  now: number,
): ClusterView {
  const timed = (
    room: Room,
    leftAt: (sample: RoomSample) => number | undefined,
  ): Room => ({
    ...room,
    hours: hoursLeft(room.addresses, samples, leftAt, now),
  });
  const { cilium } = view;
  return {
    ...view,
    cilium: {
      ...cilium,
      room: timed(cilium.room, sample => sample.cluster),
      subnets: cilium.subnets?.map(subnet => ({
        ...subnet,
        room: timed(subnet.room, sample =>
          Object.hasOwn(sample.subnets, subnet.subnetId)
            ? sample.subnets[subnet.subnetId]
            : undefined,
        ),
      })),
    },
  };
}

function hoursLeft(
  left: Measure,
  samples: readonly RoomSample[],
  leftAt: (sample: RoomSample) => number | undefined,
  now: number,
): Measure {
  if (left.certainty === 'unknown') {
    return left;
  }
  if (left.value === 0) {
    return left;
  }
  const points = samples.flatMap((sample): TrendPoint[] => {
    const value = leftAt(sample);
    return value === undefined ? [] : [[sample.at, value]];
  });
  const lasts = timeUntilEmpty(points, left.value, now);
  if (lasts === undefined) {
    const seen = points.length > 0 ? now - points[0][0] : 0;
    return unknownMeasure(shortTrend(seen));
  }
  if (lasts > LONGEST) {
    return unknownMeasure(lastsLong);
  }
  // A bound of the free addresses gives a bound of the time.
  return { certainty: left.certainty, value: rounded(lasts) };
}

/**
 * Whole hours, and above two days whole days, because the estimate is not more
 * precise. Rounded up, so that an upper bound stays an upper bound.
 */
function rounded(milliseconds: number): number {
  const up = (value: number) => Math.ceil(Number(value.toFixed(6)));
  return milliseconds < 2 * DAY
    ? up(milliseconds / HOUR)
    : up(milliseconds / DAY) * 24;
}

/**
 * Accepts a trend that was stored as JSON; a value that is not a trend of this
 * version is dropped.
 *
 * @public
 */
export function readRoomTrend(value: unknown): RoomTrend | undefined {
  const stored = value as RoomTrend | undefined;
  const fits =
    stored?.version === 1 &&
    Array.isArray(stored.samples) &&
    stored.samples.length <= KEPT / DISTANCE + 1 &&
    stored.samples.every(isSample);
  return fits ? stored : undefined;
}

function isSample(value: unknown): boolean {
  const { at, cluster, subnets } = (value ?? {}) as Partial<RoomSample>;
  return (
    Number.isFinite(at) &&
    (cluster === undefined || Number.isFinite(cluster)) &&
    typeof subnets === 'object' &&
    subnets !== null &&
    Object.values(subnets).every(Number.isFinite)
  );
}

import type {
  ClusterView,
  Measure,
  Room,
} from '@clusterworks/plugin-clusters-common';
import { DAY, HOUR } from '../model/durations';
import { unknownMeasure } from './measures';

/** Addresses left at one time, at most: of the cluster and of each subnet. */
interface RoomSample {
  /** Milliseconds since 1970. */
  at: number;
  cluster?: number;
  subnets: Record<string, number>;
}

/**
 * How room went over the last week: what one look cannot know. Plain JSON.
 *
 * @public
 */
export interface RoomTrend {
  version: 1;
  samples: RoomSample[];
}

const DISTANCE = HOUR;
const KEPT = 7 * DAY;
/** Nodes come and go with the day: less than one whole day shows no trend. */
const SHORTEST = DAY;
/** Beyond this a trend of a week says nothing. */
const LONGEST = 365 * DAY;
/** More subnets than a VPC of one cluster has. */
const MAX_SUBNETS = 200;

/**
 * Notes the room that a view shows, once an hour, and forgets what is older
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
  // A clock that was set back leaves no samples of the future.
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
 * A view that says how long room lasts, if it goes on as in the last week.
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
  const points = samples.flatMap((sample): [number, number][] => {
    const value = leftAt(sample);
    return value === undefined ? [] : [[sample.at, value]];
  });
  const seen = points.length > 0 ? now - points[0][0] : 0;
  if (seen < SHORTEST) {
    return unknownMeasure(
      `its trend needs a day, and has been seen for ${Math.floor(
        seen / HOUR,
      )} h`,
    );
  }
  const perMs = slope([...points, [now, left.value]]);
  const lasts = perMs < 0 ? left.value / -perMs : Infinity;
  if (lasts > LONGEST) {
    return unknownMeasure(
      'it has not shrunk enough in the last week to run out',
    );
  }
  // A bound of what is left gives a bound of the time.
  return { certainty: left.certainty, value: rounded(lasts) };
}

/**
 * Whole hours, of more than two days whole days: more would be pretence.
 * Rounded up, so that a bound stays one.
 */
function rounded(milliseconds: number): number {
  const up = (value: number) => Math.ceil(Number(value.toFixed(6)));
  return milliseconds < 2 * DAY
    ? up(milliseconds / HOUR)
    : up(milliseconds / DAY) * 24;
}

/** The slope of the straight line with the least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const [start] = points[0];
  const xs = points.map(([x]) => x - start);
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(xs);
  const level = mean(points.map(([, y]) => y));
  let along = 0;
  let square = 0;
  points.forEach(([, y], index) => {
    along += (xs[index] - middle) * (y - level);
    square += (xs[index] - middle) ** 2;
  });
  return square === 0 ? 0 : along / square;
}

/**
 * Accepts a trend that was stored as JSON; anything that is not one of this
 * version is forgotten.
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

import type {
  ClusterView,
  HistoryPoint,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { DAY_MS, HOUR_MS, measureNumber } from '../../format';

/** More lines than this cannot be told apart; those with least left are drawn. */
const MOST_LINES = 4;
/** What lies further ahead is past the edge. */
const LONGEST_AHEAD = 7 * DAY_MS;

/** The addresses that were left at a time, as an upper bound. */
export type RunwayPoint = {
  at: number;
  all?: number;
  /** By subnet id. */
  subnets: Record<string, number>;
};

/** What the chart of the runway draws. */
export type Runway = {
  points: RunwayPoint[];
  /** Subnets with a line of their own: those that have least left first. */
  lines: { subnetId: string; name: string }[];
  /** From now to none, if it goes on so; absent when that is not known. */
  ahead?: { from: number; left: number; until: number };
  /** The axis of time. */
  from: number;
  until: number;
  most: number;
};

function aheadOf(
  { addresses, hours }: ClusterView['cilium']['room'],
  now: number,
): Runway['ahead'] {
  const left = measureNumber(addresses);
  const lasts = measureNumber(hours);
  return left === undefined || lasts === undefined || left <= 0
    ? undefined
    : { from: now, left, until: now + lasts * HOUR_MS };
}

/**
 * The addresses that were left in the past days, and how long they last;
 * `undefined` while fewer than two times are known.
 *
 * @param now - milliseconds since 1970
 */
export function runwayOf(
  history: readonly HistoryPoint[],
  { room, subnets = [] }: Pick<ClusterView['cilium'], 'room' | 'subnets'>,
  now: number,
): Runway | undefined {
  const points = history.flatMap(
    ({ at, roomAddresses, subnets: own = {} }): RunwayPoint[] =>
      roomAddresses === undefined && Object.keys(own).length === 0
        ? []
        : [{ at: Date.parse(at), all: roomAddresses, subnets: own }],
  );
  if (points.length < 2) {
    return undefined;
  }
  const last = points[points.length - 1].subnets;
  const isShared = (zone: string) =>
    subnets.filter(subnet => subnet.zone === zone).length > 1;
  const nameOf = ({ subnetId, zone, cidr = subnetId }: SubnetAddressesView) => {
    if (zone === undefined) {
      return cidr;
    }
    return isShared(zone) ? `${zone} ${cidr}` : zone;
  };
  const lines = subnets
    .filter(({ subnetId }) => Object.hasOwn(last, subnetId))
    .sort((a, b) => last[a.subnetId] - last[b.subnetId])
    .slice(0, MOST_LINES)
    .map(subnet => ({ subnetId: subnet.subnetId, name: nameOf(subnet) }));
  const ahead = aheadOf(room, now);
  return {
    ...{ points, ahead },
    lines: subnets.length > 1 ? lines : [],
    from: points[0].at,
    until: ahead ? Math.min(ahead.until, now + LONGEST_AHEAD) : now,
    most: Math.max(
      1,
      ...points.flatMap(({ all, subnets: own }) => [
        all ?? 0,
        ...Object.values(own),
      ]),
    ),
  };
}

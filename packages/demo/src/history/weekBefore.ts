import { Random } from '../world/time/Random';
import type { ClusterPoint, VerdictChange } from './clustersBackendInternals';
import { type Incident, incidentIn } from './incidentIn';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** The product keeps one point per half hour for times older than a day. */
const COARSE_MS = 30 * MINUTE_MS;
const FINE_MS = 10 * MINUTE_MS;
/**
 * How long the fault of a scenario has lasted when the portal first reads the
 * cluster.
 */
const SCENARIO_MS = 32 * MINUTE_MS;
/** The share by which a cluster is larger at noon than on average. */
const DAILY_SWING = 0.22;
const WEEKEND_SHARE = 0.8;

/**
 * Marks a change as invented, so that readers know that the portal did not see
 * it.
 */
export const MADE_UP = '(made up by the demo)';

type Point = ClusterPoint['point'];

/** The state of a cluster at the end of the week. */
export interface PresentCluster {
  /** Key of the cluster. */
  identity: string;
  name: string;
  point: Point;
}

/** How busy a cluster is at a time: 1 on average. */
function load(at: number): number {
  const date = new Date(at);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const day = 1 + DAILY_SWING * Math.sin(((hour - 7) / 24) * 2 * Math.PI);
  const isWeekend = [0, 6].includes(date.getUTCDay());
  return day * (isWeekend ? WEEKEND_SHARE : 1);
}

function timesBefore(now: number): number[] {
  const times: number[] = [];
  for (let at = now - WEEK_MS; at < now - DAY_MS; at += COARSE_MS) {
    times.push(at);
  }
  for (let at = now - DAY_MS; at < now; at += FINE_MS) {
    times.push(at);
  }
  return times;
}

/** The cluster as it is now, scaled to another time. */
function scaled(point: Point, share: number, waiting: number): Point {
  const times = (value: number | undefined, factor: number) =>
    value === undefined ? undefined : Math.max(0, Math.round(value * factor));
  // The addresses of nodes that did not exist at that time were free.
  const room = 2 - share;
  return {
    verdict: point.verdict,
    nodes: times(point.nodes, share),
    cpuAllocatable: times(point.cpuAllocatable, share),
    podsPending: point.podsPending === undefined ? undefined : waiting,
    roomAddresses: times(point.roomAddresses, room),
    subnets:
      point.subnets &&
      Object.fromEntries(
        Object.entries(point.subnets).map(([id, left]) => [
          id,
          Math.round(left * room),
        ]),
      ),
    pools:
      point.pools &&
      Object.fromEntries(
        Object.entries(point.pools).map(([pool, { nodes, cpuProvisioned }]) => [
          pool,
          {
            nodes: times(nodes, share),
            cpuProvisioned: times(cpuProvisioned, share),
          },
        ]),
      ),
  };
}

function changesOf(
  { identity, name }: PresentCluster,
  incidents: readonly Incident[],
): VerdictChange[] {
  return incidents.flatMap(({ from, until, verdict, headline }) => [
    {
      id: `demo ${identity} ${from}`,
      identity,
      cluster: name,
      at: from,
      from: 'healthy' as const,
      to: verdict,
      headline: `${headline} ${MADE_UP}`,
    },
    {
      id: `demo ${identity} ${until}`,
      identity,
      cluster: name,
      at: until,
      from: verdict,
      to: 'healthy' as const,
      headline: `Nothing is wrong ${MADE_UP}`,
    },
  ]);
}

/**
 * An invented history of a week that ends with the current state of a demo
 * cluster; always the same for a cluster and a time.
 *
 * @param now - milliseconds since 1970
 */
export function weekBefore(
  cluster: PresentCluster,
  now: number,
): { points: ClusterPoint[]; changes: VerdictChange[] } {
  const { identity, name, point } = cluster;
  const random = new Random(name);
  // One incident within the time that the page of the cluster shows, and one
  // earlier in the week.
  const incidents = [
    incidentIn(random, now - WEEK_MS, now - DAY_MS),
    incidentIn(random, now - DAY_MS, now - DAY_MS / 4),
  ];
  const points = timesBefore(now).map((at): ClusterPoint => {
    const incident = incidents.find(
      ({ from, until }) => from <= at && at < until,
    );
    const jitter = 0.97 + 0.06 * random.next();
    const share = Math.min(1.6, (load(at) / load(now)) * jitter);
    const isPresent = at >= now - SCENARIO_MS;
    const waiting = incident ? random.integer(2, 9) : 0;
    return {
      identity,
      cluster: name,
      at,
      point: isPresent
        ? point
        : {
            ...scaled(point, share, waiting),
            verdict: incident?.verdict ?? 'healthy',
          },
    };
  });
  return { points, changes: changesOf(cluster, incidents) };
}

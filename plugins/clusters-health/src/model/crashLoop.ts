import { eventKey } from './eventKey';
import { HOUR, MINUTE, sayDuration } from './durations';
import type { ClusterState } from './ClusterState';
import type {
  ContainerStatusFacts,
  EventFacts,
  LeaseFacts,
  PodFacts,
} from '../kinds';

/** Kubelet resets its back-off after a container has run for this long. */
const SETTLED = 10 * MINUTE;
/** Fewer restarts than this are accidental and no crash loop. */
const MANY = 3;
/**
 * From this many restarts on, the mean interval between restarts is meaningful.
 */
const MANY_FOR_A_RATE = 5;
/** A pod that restarts more often than this on average does not stay up. */
const LONGEST_INTERVAL = 4 * HOUR;
const OUT_OF_MEMORY_SHOWN = 30 * MINUTE;

/** Further data with which one pod is assessed. */
export interface CrashHints {
  /**
   * The Lease with which the replicas of a controller elect a leader: when the
   * leader crashes, the holder of the Lease changes.
   */
  lease?: LeaseFacts;
  /** Number of restarts of a container at the first look of the last hour. */
  restartsBefore?(container: string): number | undefined;
}

/** A container that does not stay up. */
export interface CrashLoop {
  container: ContainerStatusFacts;
  /**
   * `waiting`: kubelet delays the restart at present. `outOfMemory`: it was
   * killed for lack of memory a short while ago. `repeating`: it runs at
   * present and has terminated again and again.
   */
  state: 'waiting' | 'outOfMemory' | 'repeating';
  /** How often the container restarted, in words: `25 restarts in 26 h`. */
  often: string;
  /** Whether the container restarts many times an hour. */
  rapid: boolean;
  /** Kubelet's newest BackOff event, if there is one. */
  backOff?: EventFacts;
  /** The Lease of the controller, when its holder changes too often. */
  lease?: LeaseFacts;
}

/**
 * Whether a pod crashes again and again, also when it runs at the moment of the
 * look. Evidence is the restart count relative to the pod's age, the last
 * termination, kubelet's BackOff events, and the counts of earlier looks. Old
 * restarts do not count: a container has recovered once it has run for ten
 * minutes and for twice its mean interval.
 */
export function findCrashLoop(
  cluster: ClusterState,
  pod: PodFacts,
  { lease, restartsBefore }: CrashHints = {},
): CrashLoop | undefined {
  if (pod.deletedAt !== undefined) {
    return undefined;
  }
  const restless = lease && changesHands(cluster, lease) ? lease : undefined;
  for (const container of pod.containers) {
    const before = restartsBefore?.(container.name) ?? container.restarts;
    const rise = container.restarts - before;
    const loop = loopOf(cluster, pod, container, { lease: restless, rise });
    if (loop) {
      return loop;
    }
  }
  return undefined;
}

function changesHands(
  cluster: ClusterState,
  { createdAt, transitions = 0 }: LeaseFacts,
): boolean {
  const age = cluster.age(createdAt);
  return (
    age !== undefined &&
    transitions >= MANY_FOR_A_RATE &&
    age / transitions <= LONGEST_INTERVAL
  );
}

function loopOf(
  cluster: ClusterState,
  pod: PodFacts,
  container: ContainerStatusFacts,
  { lease, rise }: { lease: LeaseFacts | undefined; rise: number },
): CrashLoop | undefined {
  // Most containers never terminated: nothing is looked up for those.
  const ended = container.terminated !== undefined || container.restarts > 0;
  if (!ended && !isHeldBack(container)) {
    return undefined;
  }
  const backOff = newestBackOff(cluster, pod, container);
  const often = sayOften(cluster, pod, container);
  const base = { container, backOff, lease };
  if (isHeldBack(container)) {
    return { ...base, state: 'waiting', often, rapid: true };
  }
  if (rise >= MANY) {
    const text = `${rise} restarts within an hour`;
    return { ...base, state: 'repeating', often: text, rapid: true };
  }
  if (endedForWantOfMemory(cluster, container)) {
    return { ...base, state: 'outOfMemory', often, rapid: true };
  }
  if (container.restarts < MANY || hasRecovered(cluster, pod, container)) {
    return undefined;
  }
  const held = backOff !== undefined && backOff.count >= MANY;
  const interval = meanInterval(cluster, pod, container);
  const steady =
    container.restarts >= MANY_FOR_A_RATE &&
    interval !== undefined &&
    interval <= LONGEST_INTERVAL;
  return held || steady || lease
    ? { ...base, state: 'repeating', often, rapid: held }
    : undefined;
}

function isHeldBack({ waitingReason }: ContainerStatusFacts): boolean {
  return waitingReason === 'CrashLoopBackOff';
}

function endedForWantOfMemory(
  cluster: ClusterState,
  { terminated }: ContainerStatusFacts,
): boolean {
  if (terminated?.reason !== 'OOMKilled') {
    return false;
  }
  const age = cluster.age(terminated.finishedAt);
  return age === undefined || age <= OUT_OF_MEMORY_SHOWN;
}

function meanInterval(
  cluster: ClusterState,
  pod: PodFacts,
  { restarts, terminated }: ContainerStatusFacts,
): number | undefined {
  const started = pod.startedAt ?? pod.createdAt;
  if (started === undefined || restarts === 0) {
    return undefined;
  }
  const end = terminated?.finishedAt ?? cluster.now;
  return Math.max(0, end - started) / restarts;
}

/**
 * When the time of the last termination is not known, kubelet's events decide.
 */
function hasRecovered(
  cluster: ClusterState,
  pod: PodFacts,
  container: ContainerStatusFacts,
): boolean {
  const runs = cluster.ageWhenRead('pods', container.terminated?.finishedAt);
  if (runs === undefined) {
    const backOff = newestBackOff(cluster, pod, container);
    return !backOff || !cluster.recent(backOff, SETTLED);
  }
  const interval = meanInterval(cluster, pod, container) ?? 0;
  return runs > Math.max(SETTLED, 2 * Math.min(interval, LONGEST_INTERVAL));
}

function sayOften(
  cluster: ClusterState,
  pod: PodFacts,
  { restarts }: ContainerStatusFacts,
): string {
  const count = restarts === 1 ? '1 restart' : `${restarts} restarts`;
  const age = cluster.age(pod.startedAt ?? pod.createdAt);
  return age === undefined ? count : `${count} in ${sayDuration(age)}`;
}

/**
 * Kubelet uses the same reason when an image cannot be pulled, so the message
 * decides. Before Kubernetes 1.26 the message did not name the container.
 */
function isAbout(message: string, container: string): boolean {
  return (
    /restarting failed container$/.test(message) ||
    message.includes(`restarting failed container ${container} in pod`)
  );
}

function newestBackOff(
  cluster: ClusterState,
  pod: PodFacts,
  container: ContainerStatusFacts,
): EventFacts | undefined {
  const key = eventKey('Pod', pod.name, pod.namespace);
  return (cluster.index.eventsByObject().get(key) ?? [])
    .filter(
      event =>
        event.reason === 'BackOff' &&
        isAbout(event.message, container.name) &&
        (event.involved.uid === undefined || event.involved.uid === pod.uid) &&
        cluster.recent(event, HOUR),
    )
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))[0];
}

import { eventKey } from './ClusterIndex';
import { HOUR, MINUTE, sayDuration } from './durations';
import { ClusterState } from './ClusterState';
import {
  ContainerStatusFacts,
  EventFacts,
  LeaseFacts,
  PodFacts,
} from '../kinds';

/** Kubelet forgets its back-off after a container has run for so long. */
const SETTLED = 10 * MINUTE;
/** Fewer restarts than this are an accident and no loop. */
const MANY = 3;
/** From so many restarts on their mean interval says something. */
const MANY_FOR_A_RATE = 5;
/** A pod that restarts more often than this, on the mean, does not stay up. */
const LONGEST_INTERVAL = 4 * HOUR;
const OUT_OF_MEMORY_SHOWN = 30 * MINUTE;

/** What helps to judge one pod, beside the objects. */
export interface CrashHints {
  /**
   * By which the replicas of a controller elect a leader: a crash of the
   * leader makes it change hands.
   */
  lease?: LeaseFacts;
  /** Restarts of a container at the first look of the last hour. */
  restartsBefore?(container: string): number | undefined;
}

/** A container that does not stay up. */
export interface CrashLoop {
  container: ContainerStatusFacts;
  /**
   * `waiting`: kubelet holds it back now. `outOfMemory`: it ended for want of
   * memory a short while ago. `repeating`: it runs at this moment and has
   * ended again and again.
   */
  state: 'waiting' | 'outOfMemory' | 'repeating';
  /** How often, for people: `25 restarts in 26 h`. */
  often: string;
  /** Whether it happens many times an hour rather than now and then. */
  rapid: boolean;
  /** Kubelet's newest event of holding it back, if there is one. */
  backOff?: EventFacts;
  /** The Lease of the controller, when it changes hands too often. */
  lease?: LeaseFacts;
}

/**
 * Whether a pod crashes again and again, also when the look falls between two
 * crashes: from restart counts against the pod's age, the last end, kubelet's
 * BackOff events, and the counts of earlier looks. Restarts of long ago are
 * none: once a container has run for ten minutes, and for twice its mean
 * interval, it has recovered.
 */
export function findCrashLoop(
  cluster: ClusterState,
  pod: PodFacts,
  { lease, restartsBefore }: CrashHints = {},
): CrashLoop | undefined {
  if (pod.deletedAt !== undefined) return undefined;
  const restless = lease && changesHands(cluster, lease) ? lease : undefined;
  for (const container of pod.containers) {
    const before = restartsBefore?.(container.name) ?? container.restarts;
    const rise = container.restarts - before;
    const loop = loopOf(cluster, pod, container, { lease: restless, rise });
    if (loop) return loop;
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
  // Most containers never ended: nothing is looked up for them.
  const ended = container.terminated !== undefined || container.restarts > 0;
  if (!ended && !isHeldBack(container)) return undefined;
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
  if (terminated?.reason !== 'OOMKilled') return false;
  const age = cluster.age(terminated.finishedAt);
  return age === undefined || age <= OUT_OF_MEMORY_SHOWN;
}

function meanInterval(
  cluster: ClusterState,
  pod: PodFacts,
  { restarts, terminated }: ContainerStatusFacts,
): number | undefined {
  const started = pod.startedAt ?? pod.createdAt;
  if (started === undefined || restarts === 0) return undefined;
  const end = terminated?.finishedAt ?? cluster.now;
  return Math.max(0, end - started) / restarts;
}

/** Without a time of the last end, only kubelet's events can tell. */
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
 * Kubelet says with the same reason that an image cannot be pulled. Before
 * Kubernetes 1.26 it did not name the container.
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

import { eventKey } from '../engine/ClusterIndex';
import { HOUR, MINUTE, sayDuration } from '../engine/durations';
import { restartKey } from '../engine/nextMemory';
import { RuleContext } from '../engine/RuleContext';
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
 *
 * @param lease - by which the replicas of a controller elect a leader: a
 *   crash of the leader makes it change hands
 */
export function crashLoopOf(
  ctx: RuleContext,
  pod: PodFacts,
  lease?: LeaseFacts,
): CrashLoop | undefined {
  if (pod.deletedAt !== undefined) return undefined;
  const restless = lease && changesHands(ctx, lease) ? lease : undefined;
  for (const container of pod.containers) {
    const loop = loopOf(ctx, pod, container, restless);
    if (loop) return loop;
  }
  return undefined;
}

function changesHands(
  ctx: RuleContext,
  { createdAt, transitions = 0 }: LeaseFacts,
): boolean {
  const age = ctx.age(createdAt);
  return (
    age !== undefined &&
    transitions >= MANY_FOR_A_RATE &&
    age / transitions <= LONGEST_INTERVAL
  );
}

function loopOf(
  ctx: RuleContext,
  pod: PodFacts,
  container: ContainerStatusFacts,
  lease: LeaseFacts | undefined,
): CrashLoop | undefined {
  const backOff = newestBackOff(ctx, pod, container);
  const often = sayOften(ctx, pod, container);
  const rise = riseWithinAnHour(ctx, pod, container);
  const base = { container, backOff, lease };
  if (container.waitingReason === 'CrashLoopBackOff') {
    return { ...base, state: 'waiting', often, rapid: true };
  }
  if (rise >= MANY) {
    const text = `${rise} restarts within an hour`;
    return { ...base, state: 'repeating', often: text, rapid: true };
  }
  if (endedForWantOfMemory(ctx, container)) {
    return { ...base, state: 'outOfMemory', often, rapid: true };
  }
  if (container.restarts < MANY || hasRecovered(ctx, pod, container)) {
    return undefined;
  }
  const held = backOff !== undefined && backOff.count >= MANY;
  const interval = meanInterval(ctx, pod, container);
  const steady =
    container.restarts >= MANY_FOR_A_RATE &&
    interval !== undefined &&
    interval <= LONGEST_INTERVAL;
  return held || steady || lease
    ? { ...base, state: 'repeating', often, rapid: held }
    : undefined;
}

function endedForWantOfMemory(
  ctx: RuleContext,
  { terminated }: ContainerStatusFacts,
): boolean {
  if (terminated?.reason !== 'OOMKilled') return false;
  const age = ctx.age(terminated.finishedAt);
  return age === undefined || age <= OUT_OF_MEMORY_SHOWN;
}

/** Restarts since the first look of the last hour. */
function riseWithinAnHour(
  ctx: RuleContext,
  pod: PodFacts,
  { name, restarts }: ContainerStatusFacts,
): number {
  const seen = ctx.memory?.restarts[restartKey(pod, name)];
  return seen === undefined ? 0 : restarts - seen.count;
}

function meanInterval(
  ctx: RuleContext,
  pod: PodFacts,
  { restarts, terminated }: ContainerStatusFacts,
): number | undefined {
  const started = pod.startedAt ?? pod.createdAt;
  if (started === undefined || restarts === 0) return undefined;
  const end = terminated?.finishedAt ?? ctx.now;
  return Math.max(0, end - started) / restarts;
}

/** Without a time of the last end, only kubelet's events can tell. */
function hasRecovered(
  ctx: RuleContext,
  pod: PodFacts,
  container: ContainerStatusFacts,
): boolean {
  const runs = ctx.ageWhenRead('pods', container.terminated?.finishedAt);
  if (runs === undefined) {
    const backOff = newestBackOff(ctx, pod, container);
    return !backOff || !ctx.recent(backOff, SETTLED);
  }
  const interval = meanInterval(ctx, pod, container) ?? 0;
  return runs > Math.max(SETTLED, 2 * Math.min(interval, LONGEST_INTERVAL));
}

function sayOften(
  ctx: RuleContext,
  pod: PodFacts,
  { restarts }: ContainerStatusFacts,
): string {
  const count = restarts === 1 ? '1 restart' : `${restarts} restarts`;
  const age = ctx.age(pod.startedAt ?? pod.createdAt);
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
  ctx: RuleContext,
  pod: PodFacts,
  container: ContainerStatusFacts,
): EventFacts | undefined {
  const key = eventKey('Pod', pod.name, pod.namespace);
  return (ctx.index.eventsByObject().get(key) ?? [])
    .filter(
      event =>
        event.reason === 'BackOff' &&
        isAbout(event.message, container.name) &&
        (event.involved.uid === undefined || event.involved.uid === pod.uid) &&
        ctx.recent(event, HOUR),
    )
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))[0];
}

import type { WavePull } from '@clusterworks/plugin-clusters-common';
import type { SeenCluster, SeenGit, WaveObservation } from './WaveObservation';
import { inState, type WaveState, type WaveStep } from './WaveState';

/** The catalog may miss a cluster for a while, for example while it starts. */
const GONE_MS = 10 * 60_000;
/** A cluster that was not seen for longer begins to settle anew. */
const BLIND_MS = 5 * 60_000;

/** What a step depends on besides its own cluster. */
export interface StepContext {
  wave: Pick<WaveState, 'opensBy' | 'settleMs' | 'acceptDegraded'>;
  /** Whether clusters of its stage may be begun now. */
  mayBegin: boolean;
  now: number;
}

/**
 * The next state of one cluster of a wave. Pure. The same step is returned when
 * nothing changes.
 */
export function advanceStep(
  step: WaveStep,
  seen: WaveObservation | undefined,
  context: StepContext,
): WaveStep {
  if (!seen) {
    return step;
  }
  if (!seen.cluster) {
    return absent(step, context.now);
  }
  const { absentSince, ...there } = step;
  const present = absentSince === undefined ? step : there;
  switch (step.state) {
    case 'waiting':
    case 'blocked':
      return context.mayBegin ? begin(present, seen, context) : present;
    case 'opening':
    case 'toOpen':
      return (seen.git && proposed(present, seen.git, context.now)) ?? present;
    case 'open':
      return seen.git ? reviewed(present, seen.git, context.now) : present;
    case 'applying':
      return seen.cluster.reached
        ? inState(present, 'settling', context.now)
        : present;
    case 'settling':
      return settle(present, seen.cluster, context);
    default:
      return present;
  }
}

/** Clusters with nothing left to wait for may go; others are missed. */
function absent(step: WaveStep, now: number): WaveStep {
  if (['done', 'skipped', 'closed', 'failed', 'gone'].includes(step.state)) {
    return step;
  }
  const absentSince = Math.min(step.absentSince ?? now, now);
  if (now - absentSince < GONE_MS) {
    return { ...step, absentSince };
  }
  return step.state === 'waiting'
    ? inState(step, 'skipped', now, {
        note: 'it is not in the catalog any more',
      })
    : inState(step, 'gone', now);
}

function begin(
  step: WaveStep,
  { cluster, git }: WaveObservation,
  { wave, now }: StepContext,
): WaveStep {
  if (cluster?.leaving) {
    return inState(step, 'skipped', now, { note: 'it is being taken down' });
  }
  if (!git) {
    return step;
  }
  return (
    proposed(step, git, now) ??
    inState(step, wave.opensBy === 'app' ? 'opening' : 'toOpen', now)
  );
}

/**
 * What follows from git before the wave has a pull request of its own; undefined
 * when it does not have to be there yet.
 */
function proposed(
  step: WaveStep,
  git: SeenGit,
  now: number,
): WaveStep | undefined {
  if (git.reached) {
    return inState(step, 'applying', now);
  }
  if (git.pull?.state === 'open') {
    return inState(step, 'open', now, { pull: linkOf(git.pull) });
  }
  if (git.other) {
    return step.state === 'blocked' && step.other?.url === git.other.url
      ? step
      : inState(step, 'blocked', now, { other: linkOf(git.other) });
  }
  return undefined;
}

function reviewed(step: WaveStep, git: SeenGit, now: number): WaveStep {
  // What a person brought into the base branch by another way counts, too.
  if (git.reached || git.pull?.state === 'merged') {
    return inState(step, 'applying', now);
  }
  return git.pull?.state === 'closed' ? inState(step, 'closed', now) : step;
}

/** GitHub bounds titles, other hosts of its API may not. */
const MAX_TITLE = 300;

function linkOf({ number, url, title }: WavePull): WavePull {
  return { number, url, title: title.slice(0, MAX_TITLE) };
}

/** Unknown is not healthy, and a gap in what was seen is none either. */
function settle(
  step: WaveStep,
  { health, reached }: SeenCluster,
  { wave, now }: StepContext,
): WaveStep {
  if (health === undefined) {
    return step;
  }
  const { healthySince, healthyAt, ...unsettled } = step;
  if (!reached) {
    return inState(step, 'applying', now);
  }
  const isHealthy =
    health === 'healthy' || (health === 'degraded' && wave.acceptDegraded);
  if (!isHealthy) {
    return healthySince === undefined ? step : unsettled;
  }
  const goesOn =
    healthySince !== undefined &&
    healthyAt !== undefined &&
    healthySince <= now &&
    now - healthyAt <= BLIND_MS;
  const since = goesOn ? healthySince : now;
  return now - since >= wave.settleMs
    ? inState(step, 'done', now)
    : { ...unsettled, healthySince: since, healthyAt: now };
}

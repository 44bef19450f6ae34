import { advanceStep } from './advanceStep';
import type { WaveObservation } from './WaveObservation';
import {
  inState,
  isBegun,
  isFinal,
  isOver,
  logged,
  type WaveState,
  type WaveStep,
} from './WaveState';

/** What follows for a wave. */
export interface NextWaveStep {
  wave: WaveState;
  /** Identities of the clusters whose pull requests are to be opened now. */
  toOpen: string[];
}

/**
 * What follows for a wave from what was seen of its clusters. Pure; the same
 * wave is returned when nothing changes.
 *
 * Clusters of a stage begin when all clusters of earlier stages are done. A
 * critical cluster that the wave has begun, a pull request that was closed or
 * could not be opened, and a cluster that is gone halt a running wave. While it
 * does not run, no cluster begins, and what is under way is followed.
 *
 * @param observations - by identity of the cluster
 * @param now - milliseconds since 1970
 */
export function nextWaveStep(
  wave: WaveState,
  observations: ReadonlyMap<string, WaveObservation>,
  now: number,
): NextWaveStep {
  if (isOver(wave)) {
    return { wave, toOpen: [] };
  }
  const halted = haltOnCritical(wave, observations, now);
  const followed = finish(follow(halted, observations, now), now);
  const next = haltOnFailure(followed, now);
  return {
    wave: next,
    toOpen:
      next.status === 'running'
        ? next.steps
            .filter(
              ({ state, tryAt = 0, identity }) =>
                state === 'opening' &&
                tryAt <= now &&
                // Nothing is opened for a cluster that is not there.
                observations.get(identity)?.cluster,
            )
            .map(({ identity }) => identity)
        : [],
  };
}

/** The stage whose clusters may begin; undefined when all are done. */
export function currentStage({ steps }: WaveState): number | undefined {
  const open = steps.filter(step => !isFinal(step));
  return open.length > 0
    ? Math.min(...open.map(({ stage }) => stage))
    : undefined;
}

/**
 * Halts on the first critical cluster that was begun, or whose turn it is: a
 * change makes a cluster that is down no better, and hides the cause.
 */
function haltOnCritical(
  wave: WaveState,
  observations: ReadonlyMap<string, WaveObservation>,
  now: number,
): WaveState {
  const turn = currentStage(wave);
  const critical = wave.steps.find(
    step =>
      (isBegun(step) || (step.state === 'waiting' && step.stage === turn)) &&
      observations.get(step.identity)?.cluster?.health === 'critical',
  );
  return critical ? halt(wave, critical, 'critical', now) : wave;
}

/** Halts on the first cluster with which the wave cannot go on. */
function haltOnFailure(wave: WaveState, now: number): WaveState {
  const reasons = ['closed', 'failed', 'gone'] as const;
  for (const step of wave.steps) {
    const reason = reasons.find(each => each === step.state);
    if (reason) {
      return halt(wave, step, reason, now);
    }
  }
  return wave;
}

function halt(
  wave: WaveState,
  { identity, cluster, note }: WaveStep,
  reason: NonNullable<WaveState['halt']>['reason'],
  now: number,
): WaveState {
  if (wave.status !== 'running') {
    return wave;
  }
  const message = note ? { message: note } : {};
  return logged(
    {
      ...wave,
      status: 'halted',
      since: now,
      halt: { reason, cluster, identity, ...message },
      // Only the newest counts.
      unsent: [{ kind: 'halted', at: now }],
    },
    { at: now, event: `halted.${reason}`, cluster },
  );
}

function follow(
  wave: WaveState,
  observations: ReadonlyMap<string, WaveObservation>,
  now: number,
): WaveState {
  const turn = currentStage(wave);
  const steps = wave.steps.map(step =>
    advanceStep(step, observations.get(step.identity), {
      wave,
      mayBegin: wave.status === 'running' && step.stage === turn,
      now,
    }),
  );
  const changed = steps.filter((step, index) => step !== wave.steps[index]);
  if (changed.length === 0) {
    return wave;
  }
  const news = steps.filter(
    ({ state }, index) => state !== wave.steps[index].state,
  );
  return logged(
    { ...wave, steps },
    ...news.map(({ state, cluster, note }) => ({
      ...{ at: now, event: state, cluster },
      ...(note ? { text: note } : {}),
    })),
  );
}

function finish(wave: WaveState, now: number): WaveState {
  const { halt: _, ...rest } = wave;
  return wave.steps.every(isFinal)
    ? logged(
        { ...rest, status: 'done', since: now },
        { at: now, event: 'finished' },
      )
    : wave;
}

/** How long it waits before it tries again to open a pull request. */
const FIRST_PAUSE_MS = 30_000;
const MAX_ATTEMPTS = 8;

/**
 * Notes that a pull request could not be opened. It is tried again when that
 * may help; otherwise the step failed, which halts the wave.
 */
export function openingFailed(
  wave: WaveState,
  identity: string,
  error: { message: string; isFinal: boolean },
  now: number,
): WaveState {
  const steps = wave.steps.map(step => {
    if (step.identity !== identity || step.state !== 'opening') {
      return step;
    }
    const attempts = (step.attempts ?? 0) + 1;
    const note = error.message.slice(0, 1_000);
    return error.isFinal || attempts >= MAX_ATTEMPTS
      ? inState(step, 'failed', now, { note })
      : {
          ...step,
          ...{ attempts, note },
          tryAt: now + FIRST_PAUSE_MS * 2 ** (attempts - 1),
        };
  });
  return haltOnFailure({ ...wave, steps }, now);
}

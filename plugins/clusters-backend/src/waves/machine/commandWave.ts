import { ConflictError, InputError } from '@backstage/errors';
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

/** Who commands a wave, and when. */
interface Command {
  by: string;
  now: number;
}

/**
 * Pauses a running wave: no cluster begins any more.
 *
 * @throws ConflictError when it does not run
 */
export function pauseWave(wave: WaveState, { by, now }: Command): WaveState {
  if (wave.status !== 'running') {
    throw new ConflictError(`The wave is ${wave.status} and cannot be paused`);
  }
  return logged(
    { ...wave, status: 'paused', since: now },
    { at: now, event: 'paused', by },
  );
}

/**
 * Ends a wave for good. Pull requests that are open stay open: they belong to
 * the people who review them.
 *
 * @throws ConflictError when it is over already
 */
export function stopWave(wave: WaveState, { by, now }: Command): WaveState {
  if (isOver(wave)) {
    throw new ConflictError(`The wave is ${wave.status} already`);
  }
  const { halt: _, ...rest } = wave;
  return logged(
    { ...rest, status: 'stopped', since: now },
    { at: now, event: 'stopped', by },
  );
}

/**
 * Lets a wave go on that a person paused or that halted. Pull requests that were
 * closed, or could not be opened, are opened again; clusters to skip are left
 * out from now on.
 *
 * @param command - `hidden` are names of clusters that the person may not see:
 *   errors say nothing of them
 * @throws ConflictError while what halts it is still there, InputError when a
 * cluster to skip is none of the wave
 */
export function resumeWave(
  wave: WaveState,
  observations: ReadonlyMap<string, WaveObservation>,
  {
    by,
    now,
    skip = [],
    hidden = new Set(),
  }: Command & { skip?: readonly string[]; hidden?: ReadonlySet<string> },
): WaveState {
  if (wave.status !== 'paused' && wave.status !== 'halted') {
    throw new ConflictError(`The wave is ${wave.status} and cannot be resumed`);
  }
  const names = new Set(wave.steps.map(({ cluster }) => cluster));
  const strange = skip.filter(name => !names.has(name) || hidden.has(name));
  if (strange.length > 0) {
    throw new InputError(`skip: ${strange.join(', ')} is not in the wave`);
  }
  const steps = wave.steps.map(step => {
    if (skip.includes(step.cluster) && !isFinal(step)) {
      return inState(step, 'skipped', now, { note: `${by} left it out` });
    }
    // A done cluster that is left out is not watched any more.
    if (skip.includes(step.cluster) && step.state === 'done') {
      return inState(step, 'skipped', now, { note: `${by} left it out` });
    }
    return step.state === 'closed' || step.state === 'failed'
      ? { ...inState(step, 'waiting', now), pull: undefined }
      : step;
  });
  const missing = steps.filter(({ state }) => state === 'gone');
  // One that waits for its turn would halt the wave again at once.
  const isHalting = ({ identity, state }: WaveStep) =>
    state === 'waiting' && identity === wave.halt?.identity;
  const critical = steps.filter(
    step =>
      (isBegun(step) || isHalting(step)) &&
      observations.get(step.identity)?.cluster?.health === 'critical',
  );
  if (missing.length > 0 || critical.length > 0) {
    const nameOf = ({ cluster }: WaveStep) =>
      hidden.has(cluster) ? 'a cluster that you may not see' : cluster;
    const said = new Set([
      ...critical.map(step => `${nameOf(step)} is critical`),
      ...missing.map(step => `${nameOf(step)} is not in the catalog`),
    ]);
    throw new ConflictError(
      `The wave cannot go on: ${[...said].join(
        ', ',
      )}. Mend that first, or leave the cluster out`,
    );
  }
  const { halt: _, ...rest } = wave;
  const told = wave.told.length > 0;
  return logged(
    {
      ...rest,
      steps,
      status: 'running',
      since: now,
      // Nobody who was not told yet that it halted has to be told now.
      unsent: told ? [{ kind: 'resumed', at: now }] : [],
    },
    { at: now, event: 'resumed', by },
    ...skip.map(cluster => ({ at: now, event: 'skipped', cluster, by })),
  );
}

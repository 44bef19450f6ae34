import { inState, isOver, logged, type WaveState } from './WaveState';

/**
 * Leaves it to people to open the pull requests that are still to come, because
 * the installation requires their own tokens by now. Pure; the same wave is
 * returned when nothing changes.
 */
export function leaveToPeople(wave: WaveState, now: number): WaveState {
  if (wave.opensBy === 'person' || isOver(wave)) {
    return wave;
  }
  const steps = wave.steps.map(step =>
    step.state === 'opening' ? inState(step, 'toOpen', now) : step,
  );
  return logged(
    { ...wave, opensBy: 'person', steps },
    { at: now, event: 'leftToPeople' },
  );
}

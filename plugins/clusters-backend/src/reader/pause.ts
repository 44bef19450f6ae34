import { setTimeout } from 'node:timers/promises';

/**
 * Waits for a time; ends early, without an error, when the signal is aborted.
 * The timer does not keep the process alive.
 */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  if (milliseconds <= 0) {
    return;
  }
  try {
    await setTimeout(milliseconds, undefined, { signal, ref: false });
  } catch {
    // Aborted: the pause ends.
  }
}

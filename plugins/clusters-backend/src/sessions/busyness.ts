/** Loads of the event loop up to which it is idle, and from which on busy. */
const IDLE_LOAD = 0.3;
const BUSY_LOAD = 0.7;

/**
 * How much work that can wait should wait: 0 while the process has little to
 * do, 1 when it is busy, and a share in between.
 *
 * @param load - share of the time in which the event loop is busy, from 0 to 1
 */
export function busyness(load: number): number {
  const share = (load - IDLE_LOAD) / (BUSY_LOAD - IDLE_LOAD);
  return Math.min(1, Math.max(0, share));
}

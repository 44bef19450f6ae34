import { busyness } from './busyness';

/** Minimum time between two assessments of one cluster, in milliseconds. */
const DISTANCE_MS = 100;
/** Pause as a multiple of an assessment's duration: at most 5 % of the time. */
const BUSY_FACTOR = 20;
/** At most 20 % of the time, while the process has little else to do. */
const IDLE_FACTOR = 4;

/**
 * How long after an assessment the next one may begin, in milliseconds. Only
 * clusters of some hundred nodes and more have to wait for longer than the
 * minimum; those of thousands of nodes change all the time.
 *
 * @param costMs - how long the last assessment took
 * @param load - share of the time in which the process is busy, from 0 to 1
 */
export function judgingPause(costMs: number, load: number): number {
  const factor = IDLE_FACTOR + (BUSY_FACTOR - IDLE_FACTOR) * busyness(load);
  return Math.max(DISTANCE_MS, costMs * factor);
}

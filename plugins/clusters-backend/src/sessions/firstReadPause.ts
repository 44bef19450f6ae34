import { busyness } from './busyness';

/** While the process has little else to do, in milliseconds. */
const IDLE_MS = 5_000;
/** While it is busy, which it is when many clusters are read after a start. */
const BUSY_MS = 30_000;

/**
 * How long a cluster whose kinds are read for the first time waits until it is
 * judged again, in milliseconds. Judging it again with each further kind would
 * take time from reading, so that all clusters would be read later. Changes of
 * what was read already wait for the time of an idle process only.
 *
 * @param load - share of the time in which the process is busy, from 0 to 1
 */
export function firstReadPause(load: number): number {
  return IDLE_MS + (BUSY_MS - IDLE_MS) * busyness(load);
}

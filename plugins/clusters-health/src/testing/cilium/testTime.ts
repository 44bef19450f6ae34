import { NOW } from '../world/time';

/** The time of every look in these tests. */
export const now = Date.parse(NOW);

/** A time so many seconds before now, as the API writes it. */
export function ago(seconds: number): string {
  return new Date(now - seconds * 1000).toISOString();
}

/**
 * Whether a time that somebody wrote has come; false for a text that is none.
 *
 * @param now - milliseconds since 1970
 */
export function isPast(time: string, now: number): boolean {
  return Date.parse(time) <= now;
}

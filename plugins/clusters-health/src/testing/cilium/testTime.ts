/** The time of every look in these tests. */
export const now = Date.parse('2026-11-22T20:00:00Z');

/** A time so many seconds before now, as the API writes it. */
export function ago(seconds: number): string {
  return new Date(now - seconds * 1000).toISOString();
}

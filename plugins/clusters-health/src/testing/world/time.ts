/** The moment at which the tests judge. */
export const NOW = '2026-11-22T10:00:00Z';

/** RFC 3339 time so many minutes before `NOW`. */
export function ago(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

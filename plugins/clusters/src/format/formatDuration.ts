const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Prints a duration the way people say it, in one unit: `14 s`, `12 min`,
 * `3 h`, `5 d`. Negative durations (clock skew) print as `0 s`.
 *
 * @param milliseconds - the duration
 */
export function formatDuration(milliseconds: number): string {
  const duration = Math.max(0, milliseconds);
  if (duration < MINUTE) {
    return `${Math.floor(duration / SECOND)} s`;
  }
  if (duration < HOUR) {
    return `${Math.floor(duration / MINUTE)} min`;
  }
  if (duration < 2 * DAY) {
    return `${Math.floor(duration / HOUR)} h`;
  }
  return `${Math.floor(duration / DAY)} d`;
}

import { numberFormat } from './intlFormats';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Prints a duration in one unit: `14 s`, `12 min`, `3 h`, `5 d`. The symbols
 * are those of the SI, the same in every language: words for the units would
 * need another case in each sentence (`5 Tage`, `vor 5 Tagen`). Negative
 * durations (clock skew) print as `0 s`.
 *
 * @param locale - BCP 47
 * @param milliseconds - the duration
 */
export function formatDuration(locale: string, milliseconds: number): string {
  const duration = Math.max(0, milliseconds);
  const inUnit = (unit: number) =>
    numberFormat(locale, 0).format(Math.floor(duration / unit));
  if (duration < MINUTE) {
    return `${inUnit(SECOND)} s`;
  }
  if (duration < HOUR) {
    return `${inUnit(MINUTE)} min`;
  }
  if (duration < 2 * DAY) {
    return `${inUnit(HOUR)} h`;
  }
  return `${inUnit(DAY)} d`;
}

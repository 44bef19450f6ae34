import { dateFormat } from './intlFormats';

/** The parts of a moment that are printed, by name of the style. */
const STYLES = {
  time: {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  },
  hour: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  weekday: { weekday: 'short', day: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function print(
  locale: string,
  style: keyof typeof STYLES,
  date: Date,
): string | undefined {
  return Number.isNaN(date.getTime())
    ? undefined
    : dateFormat(locale, style, STYLES[style]).format(date);
}

/**
 * Prints a moment in the reader's time zone: `Sun, 22 Nov 2026, 09:41`. A text
 * that is no time is printed unchanged.
 *
 * @param locale - BCP 47
 * @param time - RFC 3339, or milliseconds since 1970
 */
export function formatTime(locale: string, time: string | number): string {
  return print(locale, 'time', new Date(time)) ?? String(time);
}

/**
 * Prints the time of day in the reader's time zone: `09:41`.
 *
 * @param locale - BCP 47
 * @param time - milliseconds since 1970
 */
export function formatHour(locale: string, time: number): string {
  return print(locale, 'hour', new Date(time)) ?? '';
}

/**
 * Prints a day, the same in every time zone: `27 Mar 2027`.
 *
 * @param locale - BCP 47
 * @param day - YYYY-MM-DD
 */
export function formatDate(locale: string, day: string): string {
  return print(locale, 'date', new Date(`${day}T00:00:00Z`)) ?? day;
}

/**
 * Prints the weekday and the day of the month in UTC: `Sun 22`.
 *
 * @param locale - BCP 47
 * @param time - milliseconds since 1970
 */
export function formatWeekday(locale: string, time: number): string {
  return print(locale, 'weekday', new Date(time)) ?? '';
}

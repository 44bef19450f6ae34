import { LOCALE } from './locale';

const TIMES = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DATES = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Prints a moment in the reader's time zone: `Sun, 22 Nov 2026, 09:41`. A text
 * that is no time is printed unchanged.
 *
 * @param time - RFC 3339, or milliseconds since 1970
 */
export function formatTime(time: string | number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : TIMES.format(date);
}

/**
 * Prints a day, the same in every time zone: `27 Mar 2027`.
 *
 * @param day - YYYY-MM-DD
 */
export function formatDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : DATES.format(date);
}

import type { IncomingHttpHeaders } from 'node:http';

/** Certificates and tokens would not work with a clock that is off by more. */
const MAX_SKEW_MS = 24 * 3_600_000;
const MAX_RETRY_AFTER_MS = 60_000;

/** What an answer says of the server's clock. */
export type ServerClock =
  /** The server's clock minus ours, in milliseconds. */
  | { skewMs: number }
  /** It says a time that no server has, for example in the year 275760. */
  | 'unbelievable'
  /** It says nothing. */
  | undefined;

/** The server's clock, by the `Date` of an answer. */
export function serverClockOf(headers: IncomingHttpHeaders): ServerClock {
  if (headers.date === undefined) {
    return undefined;
  }
  const skewMs = Date.parse(headers.date) - Date.now();
  return Math.abs(skewMs) <= MAX_SKEW_MS ? { skewMs } : 'unbelievable';
}

/**
 * How long the server asks us to wait, in milliseconds; undefined when it does
 * not, or asks for no pause at all.
 */
export function retryAfterOf(headers: IncomingHttpHeaders): number | undefined {
  const milliseconds = Number(headers['retry-after']) * 1_000;
  return milliseconds > 0
    ? Math.min(milliseconds, MAX_RETRY_AFTER_MS)
    : undefined;
}

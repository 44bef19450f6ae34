import type { IncomingHttpHeaders } from 'node:http';

/** The headers of an answer that are used. */
export type ResponseHeaders = Pick<
  IncomingHttpHeaders,
  'date' | 'retry-after' | 'content-encoding'
>;

/** Takes the headers that are used. */
export function usedHeaders(headers: IncomingHttpHeaders): ResponseHeaders {
  return {
    date: headers.date,
    'retry-after': headers['retry-after'],
    'content-encoding': headers['content-encoding'],
  };
}

/** With a larger skew, certificates and tokens would not work. */
const MAX_SKEW_MS = 24 * 3_600_000;
const MAX_RETRY_AFTER_MS = 60_000;

/** What an answer says about the server's clock. */
export type ServerClock =
  /** The server's clock minus ours, in milliseconds. */
  | { skewMs: number }
  /** The header has an impossible time, for example in the year 275760. */
  | 'unbelievable'
  /** The header is missing. */
  | undefined;

/** Reads the server's clock from the `Date` header of an answer. */
export function serverClockOf(headers: ResponseHeaders): ServerClock {
  if (headers.date === undefined) {
    return undefined;
  }
  const skewMs = Date.parse(headers.date) - Date.now();
  return Math.abs(skewMs) <= MAX_SKEW_MS ? { skewMs } : 'unbelievable';
}

/**
 * How long the server asks us to wait, in milliseconds; undefined when it asks
 * for no pause.
 */
export function retryAfterOf(headers: ResponseHeaders): number | undefined {
  const milliseconds = Number(headers['retry-after']) * 1_000;
  return milliseconds > 0
    ? Math.min(milliseconds, MAX_RETRY_AFTER_MS)
    : undefined;
}

/** What is read of a refusal. */
export interface Refusal {
  status?: number;
  headers?: Readonly<Record<string, unknown>>;
  /** What GitHub says about it. */
  said?: string;
}

/** GitHub asks for a minute where it names no time. */
const UNNAMED_MS = 60_000;
/** The clocks of GitHub and of this machine differ. */
const CLOCKS_MS = 1_000;

/**
 * How long GitHub wants no more requests, in milliseconds; undefined when it
 * did not refuse because of a rate limit.
 */
export function limitWait(
  { status, headers = {}, said = '' }: Refusal,
  now: number,
): number | undefined {
  if (status !== 403 && status !== 429) {
    return undefined;
  }
  const seconds = wholeNumber(headers['retry-after']);
  if (seconds !== undefined) {
    return seconds * 1_000;
  }
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined) {
    return Math.max(0, reset * 1_000 - now) + CLOCKS_MS;
  }
  return status === 429 || /rate limit/i.test(said) ? UNNAMED_MS : undefined;
}

function wholeNumber(header: unknown): number | undefined {
  return typeof header === 'string' && /^\d{1,12}$/.test(header)
    ? Number(header)
    : undefined;
}

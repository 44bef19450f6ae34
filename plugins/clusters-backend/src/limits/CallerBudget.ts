import { tooManyRequests } from './tooManyRequests';

/** What one caller may ask for at once. */
const MAX = 30;
/** A used-up budget is full again after this time. */
const REFILL_MS = 60_000;

/**
 * Limits how often each caller asks, so that one alone does not use up the
 * request quota of a GitHub token that all share.
 */
export class CallerBudget {
  readonly #now: () => number;
  /** What was used of each budget, as of the time `at`. */
  readonly #used = new Map<string, { count: number; at: number }>();

  /** @param now - a monotonic clock, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @throws a TooManyRequestsError (429) when the budget of the caller is used up */
  take(caller: string): void {
    const count = this.#refilled(caller);
    if (count > MAX - 1) {
      throw tooManyRequests(
        'Too many requests in a short time: try again in a minute',
      );
    }
    this.#used.set(caller, { count: count + 1, at: this.#now() });
  }

  /** What the caller has used as of now; callers with a full budget go. */
  #refilled(caller: string): number {
    const now = this.#now();
    for (const [key, { count, at }] of this.#used) {
      const left = count - ((now - at) * MAX) / REFILL_MS;
      if (left <= 0) {
        this.#used.delete(key);
      } else {
        this.#used.set(key, { count: left, at: now });
      }
    }
    return this.#used.get(caller)?.count ?? 0;
  }
}

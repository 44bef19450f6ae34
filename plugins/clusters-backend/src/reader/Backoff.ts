const BASE_MS = 500;

/**
 * Waiting times with decorrelated jitter: each is drawn between half a second
 * and three times the one before, so that many readers that failed together do
 * not come back together.
 */
export class Backoff {
  readonly #maxMs: number;
  readonly #random: () => number;
  #previousMs = BASE_MS;

  constructor(maxMs: number, random: () => number = Math.random) {
    this.#maxMs = maxMs;
    this.#random = random;
  }

  /** The next waiting time in milliseconds. */
  next(): number {
    const span = Math.max(0, this.#previousMs * 3 - BASE_MS);
    this.#previousMs = Math.min(this.#maxMs, BASE_MS + this.#random() * span);
    return this.#previousMs;
  }

  /**
   * The next waiting time after a failure. The server may ask for a longer one,
   * but not for none.
   */
  after({ retryAfterMs = 0 }: { retryAfterMs?: number }): number {
    return Math.max(retryAfterMs, this.next());
  }

  /** To be called after a success. */
  reset(): void {
    this.#previousMs = BASE_MS;
  }
}

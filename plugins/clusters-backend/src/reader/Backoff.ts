const BASE_MS = 500;
/**
 * A connection that ends sooner counts as a failure, which makes the pauses
 * grow.
 */
const SHORT_LIFE_MS = 10_000;

/**
 * Waiting times with decorrelated jitter: each is drawn between half a second
 * and three times the previous one, so that readers that failed at the same
 * time do not all retry at the same time.
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
   * The next waiting time after a failure. A server may ask for a longer
   * waiting time, but not for a shorter one.
   */
  after({ retryAfterMs = 0 }: { retryAfterMs?: number }): number {
    return Math.max(retryAfterMs, this.next());
  }

  /** The waiting time after a connection that lasted this long. */
  afterLife(livedMs: number): number {
    if (livedMs < SHORT_LIFE_MS) {
      return this.next();
    }
    this.reset();
    return 0;
  }

  /** Starts again with short waiting times; called after a success. */
  reset(): void {
    this.#previousMs = BASE_MS;
  }
}

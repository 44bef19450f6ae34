/** Share of a core that may be used in the long run. */
const SHARE = 0.2;
/** CPU time that can be used at once after a quiet time, in milliseconds. */
const BURST_MS = 500;

/**
 * Limits the CPU time spent on data that one cluster pushes: a server that
 * sends events without end would otherwise occupy a whole core.
 */
export class Throttle {
  readonly #now: () => number;
  #leftMs = BURST_MS;
  #at: number;

  /** @param now - a monotonic clock, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#at = now();
  }

  /**
   * Runs some work.
   *
   * @returns for how many milliseconds the caller must pause; mostly 0
   */
  run(work: () => void): number {
    const started = this.#now();
    this.#leftMs = Math.min(
      BURST_MS,
      this.#leftMs + (started - this.#at) * SHARE,
    );
    this.#at = started;
    work();
    this.#leftMs -= this.#now() - started;
    return Math.max(0, -this.#leftMs / SHARE);
  }
}

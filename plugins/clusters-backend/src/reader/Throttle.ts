/** Share of a core that may be used in the long run. */
const SHARE = 0.2;
/** What may be used at once after a while of quiet, in milliseconds. */
const BURST_MS = 500;

/**
 * Bounds the time that is spent on what one cluster sends by itself: a server
 * that sends events without end would take a whole core otherwise.
 */
export class Throttle {
  readonly #now: () => number;
  #leftMs = BURST_MS;
  #at: number;

  /** @param now - a clock that only goes forward, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#at = now();
  }

  /**
   * Does some work.
   *
   * @returns for how many milliseconds there should be no more; mostly 0
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

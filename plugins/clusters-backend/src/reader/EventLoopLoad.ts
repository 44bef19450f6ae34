import { performance } from 'node:perf_hooks';

/**
 * Over so long the load is measured at least, in milliseconds: longer than the
 * judging of the largest cluster takes.
 */
const WINDOW_MS = 5_000;

/** How the load is measured; replaced in tests. */
export interface LoadProbe {
  /** Monotonic time in milliseconds. */
  now(): number;
  /** How long the event loop was not idle since the start, in milliseconds. */
  activeMs(): number;
}

/** The event loop of this process. */
export const eventLoop: LoadProbe = {
  now: () => performance.now(),
  activeMs: () => performance.eventLoopUtilization().active,
};

/** How busy the event loop of this process was in the last seconds. */
export class EventLoopLoad {
  readonly #probe: LoadProbe;
  #from: { at: number; activeMs: number };
  #share = 1;

  constructor(probe: LoadProbe = eventLoop) {
    this.#probe = probe;
    this.#from = this.#look();
  }

  /** From 0 (idle) to 1 (busy all the time, or not measured yet). */
  get share(): number {
    const tookMs = this.#probe.now() - this.#from.at;
    if (tookMs >= WINDOW_MS) {
      const now = this.#look();
      this.#share = Math.min(1, (now.activeMs - this.#from.activeMs) / tookMs);
      this.#from = now;
    }
    return this.#share;
  }

  #look() {
    return { at: this.#probe.now(), activeMs: this.#probe.activeMs() };
  }
}

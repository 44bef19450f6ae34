import { tooManyRequests } from '../limits/tooManyRequests';

/** Rendering time that one caller may use at once. */
const BUDGET_MS = 5_000;
/** A used-up budget is full again after this time. */
const REFILL_MS = 60_000;
/** How many requests of one caller may wait; a form sends one at a time. */
const WAITING_PER_CALLER = 4;
const WAITING = 50;

type Render<T> = (onStart: () => void) => Promise<T>;

interface Caller {
  /** Rendering time charged to the caller, as of the time `at`. */
  usedMs: number;
  at: number;
  waiting: number;
}

/**
 * Renders previews one after the other, because there is one thread for them,
 * and gives each caller a budget of rendering time, so that one caller with a
 * thousand previews does not delay the others.
 */
export class RenderLimiter {
  readonly #now: () => number;
  readonly #callers = new Map<string, Caller>();
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param now - a monotonic clock, in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Renders when it is the caller's turn.
   *
   * @param render - may call `onStart` when the charged work starts later
   * @throws a TooManyRequestsError (429) when the caller is over the limit
   */
  async run<T>(name: string, render: Render<T>): Promise<T> {
    const caller = this.#callerOf(name);
    if (caller.waiting >= WAITING_PER_CALLER || this.#waiting >= WAITING) {
      throw tooManyRequests(
        'Too many previews at once: wait for the ones before',
      );
    }
    caller.waiting += 1;
    this.#waiting += 1;
    const result = this.#turn.then(() => {
      caller.waiting -= 1;
      this.#waiting -= 1;
      return this.#render(name, render);
    });
    this.#turn = result.catch(() => {});
    return await result;
  }

  async #render<T>(name: string, render: Render<T>): Promise<T> {
    const caller = this.#callerOf(name);
    if (caller.usedMs >= BUDGET_MS) {
      throw tooManyRequests(
        'Too many previews in a short time: try again in a minute',
      );
    }
    let started = this.#now();
    const onStart = () => {
      started = this.#now();
    };
    try {
      return await render(onStart);
    } finally {
      // Meanwhile the caller may have been removed and added again.
      this.#callerOf(name).usedMs += this.#now() - started;
    }
  }

  /** The caller's budget as of now; callers with a full budget are removed. */
  #callerOf(name: string): Caller {
    const now = this.#now();
    for (const [key, caller] of this.#callers) {
      const refill = ((now - caller.at) * BUDGET_MS) / REFILL_MS;
      caller.usedMs = Math.max(0, caller.usedMs - refill);
      caller.at = now;
      if (caller.usedMs === 0 && caller.waiting === 0) {
        this.#callers.delete(key);
      }
    }
    const caller = this.#callers.get(name) ?? {
      usedMs: 0,
      at: now,
      waiting: 0,
    };
    this.#callers.set(name, caller);
    return caller;
  }
}

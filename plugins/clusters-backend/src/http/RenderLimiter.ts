import { setTimeout as sleep } from 'node:timers/promises';

/** Time of rendering that one caller may use at once. */
const BUDGET_MS = 5_000;
/** A caller who used all of it has all of it again after this time. */
const REFILL_MS = 60_000;
/** Requests of one caller that may wait; a form asks for one at a time. */
const WAITING_PER_CALLER = 4;
const WAITING = 50;

interface Caller {
  /** Rendering time that counts against the caller, as of `at`. */
  usedMs: number;
  at: number;
  waiting: number;
}

/**
 * Renders previews one after the other, and rests after each for as long as it
 * took: rendering holds the event loop, and pages must not wait for somebody who
 * asks for a thousand previews. Each caller has a budget of rendering time.
 */
export class RenderLimiter {
  readonly #now: () => number;
  readonly #rest: (milliseconds: number) => Promise<unknown>;
  readonly #callers = new Map<string, Caller>();
  #waiting = 0;
  #lastMs = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param options - a clock that only goes forward, and a way to wait */
  constructor(
    options: {
      now?: () => number;
      rest?: (milliseconds: number) => Promise<unknown>;
    } = {},
  ) {
    this.#now = options.now ?? (() => performance.now());
    this.#rest = options.rest ?? sleep;
  }

  /**
   * Renders when it is the caller's turn.
   *
   * @throws a TooManyRequestsError (429) when the caller asked for too much
   */
  async run<T>(name: string, render: () => T): Promise<T> {
    const caller = this.#callerOf(name);
    if (caller.waiting >= WAITING_PER_CALLER || this.#waiting >= WAITING) {
      throw tooMany('Too many previews at once: wait for the ones before');
    }
    caller.waiting += 1;
    this.#waiting += 1;
    const result = this.#turn.then(() => {
      caller.waiting -= 1;
      this.#waiting -= 1;
      return this.#render(name, render);
    });
    this.#turn = result.catch(() => {}).then(() => this.#rest(this.#lastMs));
    return await result;
  }

  #render<T>(name: string, render: () => T): T {
    const caller = this.#callerOf(name);
    this.#lastMs = 0;
    if (caller.usedMs >= BUDGET_MS) {
      throw tooMany('Too many previews in a short time: try again in a minute');
    }
    const started = this.#now();
    try {
      return render();
    } finally {
      this.#lastMs = this.#now() - started;
      caller.usedMs += this.#lastMs;
    }
  }

  /** The caller as of now; those who used nothing lately are forgotten. */
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

function tooMany(message: string): Error {
  // The status that Backstage's error middleware answers with.
  return Object.assign(new Error(message), {
    name: 'TooManyRequestsError',
    statusCode: 429,
  });
}

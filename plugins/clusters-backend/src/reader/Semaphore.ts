import type { Urgency } from './WorkQueue';

interface Waiter {
  turn: number;
  enter(): void;
  abort(): void;
  signal: AbortSignal | undefined;
}

/**
 * One of this many entries goes to a task that is not urgent, so that none
 * waits for ever.
 */
const FAIR_SHARE = 4;

/**
 * Lets a fixed number of tasks run at once. The others wait in a queue, where
 * most entries go to urgent tasks, and the lowest turn enters first.
 */
export class Semaphore {
  #free: number;
  /** By turn, then in the order of their arrival. */
  readonly #waiting: Record<Urgency, Waiter[]> = { soon: [], later: [] };
  #entered = 0;

  constructor(size: number) {
    this.#free = size;
  }

  /**
   * Enters as soon as a place is free; rejects when aborted before.
   *
   * @param turn - a waiter with a lower one enters before; all are equal by
   *   default
   * @returns a function that frees the place; a second call has no effect
   */
  async enter(
    signal?: AbortSignal,
    urgency: Urgency = 'soon',
    turn = 0,
  ): Promise<() => void> {
    await this.#acquire(urgency, turn, signal);
    let inside = true;
    return () => {
      if (inside) {
        inside = false;
        this.#release();
      }
    };
  }

  /** Runs the task as soon as a place is free; rejects when aborted before. */
  async run<T>(
    task: () => Promise<T>,
    signal?: AbortSignal,
    urgency: Urgency = 'soon',
  ): Promise<T> {
    const leave = await this.enter(signal, urgency);
    try {
      return await task();
    } finally {
      leave();
    }
  }

  async #acquire(
    urgency: Urgency,
    turn: number,
    signal?: AbortSignal,
  ): Promise<void> {
    signal?.throwIfAborted();
    const line = this.#waiting[urgency];
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        turn,
        enter: resolve,
        abort: () => {
          line.splice(line.indexOf(waiter), 1);
          reject(signal?.reason);
        },
        signal,
      };
      signal?.addEventListener('abort', waiter.abort, { once: true });
      line.splice(placeOf(turn, line), 0, waiter);
    });
  }

  #release(): void {
    const { soon, later } = this.#waiting;
    this.#entered += 1;
    const lines = this.#entered % FAIR_SHARE ? [soon, later] : [later, soon];
    const next = (lines[0].length > 0 ? lines[0] : lines[1]).shift();
    if (next) {
      next.signal?.removeEventListener('abort', next.abort);
      next.enter();
    } else {
      this.#free += 1;
    }
  }
}

/** The place behind all waiters of this turn and of lower ones. */
function placeOf(turn: number, line: readonly Waiter[]): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (line[middle].turn <= turn) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

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
  readonly #mostLater: () => number;
  #laterInside = 0;
  #entered = 0;

  /**
   * @param mostLater - how many tasks that are not urgent may run at once; as
   *   many as there are places by default. Call `admit` when it grows.
   */
  constructor(size: number, mostLater = () => Infinity) {
    this.#free = size;
    this.#mostLater = mostLater;
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
    signal?.throwIfAborted();
    const line = this.#waiting[urgency];
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
      this.admit();
    });
    let inside = true;
    return () => {
      if (inside) {
        inside = false;
        this.#laterInside -= urgency === 'later' ? 1 : 0;
        this.#free += 1;
        this.admit();
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

  /** Lets in whoever may enter now. */
  admit(): void {
    while (this.#free > 0) {
      const urgency = this.#nextUrgency();
      const next = urgency && this.#waiting[urgency].shift();
      if (!next) {
        return;
      }
      this.#free -= 1;
      this.#entered += 1;
      this.#laterInside += urgency === 'later' ? 1 : 0;
      next.signal?.removeEventListener('abort', next.abort);
      next.enter();
    }
  }

  #nextUrgency(): Urgency | undefined {
    const { soon, later } = this.#waiting;
    const isLaterAdmitted =
      later.length > 0 && this.#laterInside < this.#mostLater();
    if (soon.length === 0) {
      return isLaterAdmitted ? 'later' : undefined;
    }
    const isTurnOfLater = this.#entered % FAIR_SHARE === 0;
    return isLaterAdmitted && isTurnOfLater ? 'later' : 'soon';
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

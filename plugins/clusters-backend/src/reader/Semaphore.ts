import type { Urgency } from './WorkQueue';

interface Waiter {
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
 * most entries go to urgent tasks.
 */
export class Semaphore {
  #free: number;
  readonly #waiting: Record<Urgency, Set<Waiter>> = {
    soon: new Set(),
    later: new Set(),
  };

  #entered = 0;

  constructor(size: number) {
    this.#free = size;
  }

  /**
   * Enters as soon as a place is free; rejects when aborted before.
   *
   * @returns a function that frees the place; a second call has no effect
   */
  async enter(
    signal?: AbortSignal,
    urgency: Urgency = 'soon',
  ): Promise<() => void> {
    await this.#acquire(urgency, signal);
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

  async #acquire(urgency: Urgency, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const line = this.#waiting[urgency];
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        enter: resolve,
        abort: () => {
          line.delete(waiter);
          reject(signal?.reason);
        },
        signal,
      };
      signal?.addEventListener('abort', waiter.abort, { once: true });
      line.add(waiter);
    });
  }

  #release(): void {
    const { soon, later } = this.#waiting;
    this.#entered += 1;
    const lines = this.#entered % FAIR_SHARE ? [soon, later] : [later, soon];
    const line = lines[0].size > 0 ? lines[0] : lines[1];
    const [next] = line;
    if (next) {
      line.delete(next);
      next.signal?.removeEventListener('abort', next.abort);
      next.enter();
    } else {
      this.#free += 1;
    }
  }
}

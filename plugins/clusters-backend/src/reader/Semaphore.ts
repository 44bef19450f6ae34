import type { Urgency } from './WorkQueue';

interface Waiter {
  enter(): void;
  abort(): void;
  signal: AbortSignal | undefined;
}

/**
 * Lets a fixed number of tasks run at once; the others wait in line, the urgent
 * ones before the rest.
 */
export class Semaphore {
  #free: number;
  readonly #waiting: Record<Urgency, Set<Waiter>> = {
    soon: new Set(),
    later: new Set(),
  };

  constructor(size: number) {
    this.#free = size;
  }

  /** Runs the task as soon as there is room; rejects when aborted before. */
  async run<T>(
    task: () => Promise<T>,
    signal?: AbortSignal,
    urgency: Urgency = 'soon',
  ): Promise<T> {
    await this.#acquire(urgency, signal);
    try {
      return await task();
    } finally {
      this.#release();
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
    const line = soon.size > 0 ? soon : later;
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

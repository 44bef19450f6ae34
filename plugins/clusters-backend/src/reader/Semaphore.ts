interface Waiter {
  enter(): void;
  abort(): void;
  signal: AbortSignal | undefined;
}

/** Lets a fixed number of tasks run at once; the others wait in line. */
export class Semaphore {
  #free: number;
  readonly #waiting = new Set<Waiter>();

  constructor(size: number) {
    this.#free = size;
  }

  /** Runs the task as soon as there is room; rejects when aborted before. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#acquire(signal);
    try {
      return await task();
    } finally {
      this.#release();
    }
  }

  async #acquire(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        enter: resolve,
        abort: () => {
          this.#waiting.delete(waiter);
          reject(signal?.reason);
        },
        signal,
      };
      signal?.addEventListener('abort', waiter.abort, { once: true });
      this.#waiting.add(waiter);
    });
  }

  #release(): void {
    const [next] = this.#waiting;
    if (next) {
      this.#waiting.delete(next);
      next.signal?.removeEventListener('abort', next.abort);
      next.enter();
    } else {
      this.#free += 1;
    }
  }
}

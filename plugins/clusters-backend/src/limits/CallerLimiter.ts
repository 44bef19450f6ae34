import { tooManyRequests } from './tooManyRequests';

/** A form sends one request at a time; the second is for a page just left. */
const PER_CALLER = 2;
const ALL = 20;

/**
 * Limits a caller to two operations at once, and all callers to twenty. The
 * operations use up the request quota of one GitHub token, and the time of one
 * rendering thread.
 */
export class CallerLimiter {
  readonly #running = new Map<string, number>();
  #all = 0;

  /** @throws a TooManyRequestsError (429) when the caller is at the limit */
  async run<T>(caller: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(caller) ?? 0;
    if (running >= PER_CALLER || this.#all >= ALL) {
      throw tooManyRequests(
        'Too many requests at once: wait for the ones before',
      );
    }
    this.#running.set(caller, running + 1);
    this.#all += 1;
    try {
      return await work();
    } finally {
      this.#all -= 1;
      this.#leave(caller);
    }
  }

  #leave(caller: string): void {
    const running = (this.#running.get(caller) ?? 1) - 1;
    if (running > 0) {
      this.#running.set(caller, running);
    } else {
      this.#running.delete(caller);
    }
  }
}

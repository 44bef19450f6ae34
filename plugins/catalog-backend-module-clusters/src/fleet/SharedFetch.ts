/**
 * Shares one answer among all callers: callers during a fetch wait for the same
 * one, and its answer or failure is kept for a while, so that a failing server
 * does not get more requests.
 */
export class SharedFetch<T> {
  #answer?: Promise<T>;
  #askedAt = 0;

  readonly #fetchAnswer: () => Promise<T>;
  readonly #maxAgeMs: number;
  readonly #now: () => number;

  constructor(
    fetchAnswer: () => Promise<T>,
    /** How long an answer or a failure is kept, in milliseconds. */
    maxAgeMs: number,
    now: () => number = () => performance.now(),
  ) {
    this.#fetchAnswer = fetchAnswer;
    this.#maxAgeMs = maxAgeMs;
    this.#now = now;
  }

  /** The answer, not older than allowed. @throws the error of the fetch */
  get(): Promise<T> {
    const now = this.#now();
    if (!this.#answer || now - this.#askedAt >= this.#maxAgeMs) {
      this.#askedAt = now;
      this.#answer = this.#fetchAnswer();
      // Callers see the failure; this handler only prevents an unhandled
      // rejection.
      this.#answer.catch(() => {});
    }
    return this.#answer;
  }
}

/**
 * One answer for everybody: a fetch that is under way is shared, its answer is
 * kept for a while, and so is its failure, so that trouble is not multiplied.
 */
export class SharedFetch<T> {
  #answer?: Promise<T>;
  #askedAt = 0;

  constructor(
    private readonly fetchAnswer: () => Promise<T>,
    /** How long an answer or a failure is kept, in milliseconds. */
    private readonly maxAgeMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The answer, not older than allowed. @throws what the fetch threw */
  get(): Promise<T> {
    const now = this.now();
    if (!this.#answer || now - this.#askedAt >= this.maxAgeMs) {
      this.#askedAt = now;
      this.#answer = this.fetchAnswer();
      // Whoever asks sees the failure; this only keeps it from being unhandled.
      this.#answer.catch(() => {});
    }
    return this.#answer;
  }
}

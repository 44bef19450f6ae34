/** A timer that keeps the earliest of the times that it is started with. */
export class EarliestTimer {
  readonly #onDue: () => void;
  #timer: NodeJS.Timeout | undefined;
  /**
   * Due time by the monotonic clock; infinite when the timer is not running.
   */
  #due = Infinity;

  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  /** Starts the timer, or makes it earlier; a later time changes nothing. */
  startIn(ms: number): void {
    const due = performance.now() + ms;
    if (due >= this.#due) {
      return;
    }
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      this.#onDue();
    }, ms);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }
}

/** A cluster that does not answer is not awaited for longer. */
const PATIENCE_MS = 30_000;

/** How many clusters of this process wait for their first verdict. */
export class AwaitedVerdicts {
  #count = 0;
  #onNone = () => {};

  get some(): boolean {
    return this.#count > 0;
  }

  /** @param listener - called when no cluster waits any more */
  onNone(listener: () => void): void {
    this.#onNone = listener;
  }

  /**
   * Counts a cluster, for a limited time.
   *
   * @returns a function to call when the cluster does not wait any more; further
   *   calls have no effect
   */
  add(): () => void {
    this.#count += 1;
    let waits = true;
    const end = () => {
      if (waits) {
        waits = false;
        this.#count -= 1;
        if (this.#count === 0) {
          this.#onNone();
        }
      }
    };
    const timer = setTimeout(end, PATIENCE_MS).unref();
    return () => {
      clearTimeout(timer);
      end();
    };
  }
}

/**
 * A finding that comes a third time within half an hour comes and goes: it is
 * shown for some minutes after it is gone.
 */
const MOST_TURNS = 2;
const WINDOW_MS = 30 * 60_000;

/** Gives clusters in turn, but none so often that its finding is kept. */
export class ClusterTurns {
  readonly #clusters: readonly string[];
  /** When the latest turns were given: twice as many as there are clusters. */
  readonly #given: number[] = [];
  #turn = 0;

  constructor(clusters: readonly string[]) {
    this.#clusters = clusters;
  }

  /**
   * The cluster that has its turn; undefined while each had enough turns.
   *
   * @param now - milliseconds
   */
  next(now: number): string | undefined {
    const most = MOST_TURNS * this.#clusters.length;
    if (this.#given.length === most) {
      // Twice the window, because the second turn can be at the end of one.
      if (now - this.#given[0] <= 2 * WINDOW_MS) {
        return undefined;
      }
      this.#given.shift();
    }
    this.#given.push(now);
    this.#turn += 1;
    return this.#clusters[(this.#turn - 1) % this.#clusters.length];
  }
}

/** The longest time that something lasted, and what went on when it began. */
export interface LongestSpan {
  milliseconds: number;
  /** The fault that was in progress when the time began. */
  fault: string;
}

interface OpenSpan {
  since: number;
  fault: string;
}

/**
 * Measures how long clusters are watched by no replica, or by more than one.
 * A time ends at the first look that finds the cluster watched once.
 */
export class Coverage {
  readonly #clusters: readonly string[];
  readonly #none = new Map<string, OpenSpan>();
  readonly #several = new Map<string, OpenSpan>();
  readonly #longestNone = new Map<string, number>();
  readonly #longestSeveral = new Map<string, number>();

  constructor(clusters: readonly string[]) {
    this.#clusters = clusters;
  }

  /**
   * Takes one look at all replicas.
   *
   * @param now - a monotonic time in milliseconds
   * @param watched - the clusters that each running replica watches
   * @param fault - what goes on at that time
   * @returns whether each cluster is watched exactly once
   */
  look(
    now: number,
    watched: readonly (readonly string[])[],
    fault: string,
  ): boolean {
    const counts = new Map<string, number>();
    for (const cluster of watched.flat()) {
      counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    }
    let whole = true;
    for (const cluster of this.#clusters) {
      const count = counts.get(cluster) ?? 0;
      const look = { cluster, now, fault };
      measure(this.#none, this.#longestNone, count === 0, look);
      measure(this.#several, this.#longestSeveral, count > 1, look);
      whole &&= count === 1;
    }
    return whole;
  }

  /** The longest time without a watch, by the fault that it began with. */
  get unwatched(): LongestSpan[] {
    return spansOf(this.#longestNone);
  }

  /** The longest time with several watches, by the fault that it began with. */
  get watchedTwice(): LongestSpan[] {
    return spansOf(this.#longestSeveral);
  }
}

function measure(
  open: Map<string, OpenSpan>,
  longest: Map<string, number>,
  holds: boolean,
  { cluster, now, fault }: { cluster: string; now: number; fault: string },
): void {
  const span = open.get(cluster) ?? { since: now, fault };
  if (holds) {
    open.set(cluster, span);
  } else {
    open.delete(cluster);
  }
  // Counted while it lasts, so that a time without an end is not lost.
  longest.set(
    span.fault,
    Math.max(longest.get(span.fault) ?? 0, now - span.since),
  );
}

function spansOf(longest: ReadonlyMap<string, number>): LongestSpan[] {
  return [...longest]
    .map(([fault, milliseconds]) => ({ fault, milliseconds }))
    .sort((left, right) => right.milliseconds - left.milliseconds);
}

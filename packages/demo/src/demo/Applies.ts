import type { WorldClock } from '../world/time/WorldClock';

interface PendingApply {
  run: () => void;
  /** Cancels the delay; undefined once it is over. */
  cancel?: () => void;
}

/**
 * Clusters that are merged and not yet "applied", by name. Each is applied
 * after a delay, and while applies are held not before they are released: a
 * test that looks at a cluster before its apply needs no luck with the time.
 */
export class Applies {
  readonly #clock: WorldClock;
  readonly #pending = new Map<string, PendingApply>();
  #held = false;

  constructor(clock: WorldClock) {
    this.#clock = clock;
  }

  has(cluster: string): boolean {
    return this.#pending.has(cluster);
  }

  /** Calls `run` once, after the delay and when applies are not held. */
  schedule(cluster: string, delayMs: number, run: () => void): void {
    const apply: PendingApply = { run };
    this.#pending.set(cluster, apply);
    apply.cancel = this.#clock.after(delayMs, () => {
      apply.cancel = undefined;
      this.#runUnlessHeld(cluster, apply);
    });
  }

  /** Begins no apply until `release`. */
  hold(): void {
    this.#held = true;
  }

  /** Begins those whose delay is over, and the others after theirs. */
  release(): void {
    this.#held = false;
    for (const [cluster, apply] of [...this.#pending]) {
      if (!apply.cancel) {
        this.#runUnlessHeld(cluster, apply);
      }
    }
  }

  /** Begins none any more. */
  stop(): void {
    this.#pending.forEach(({ cancel }) => cancel?.());
    this.#pending.clear();
  }

  #runUnlessHeld(cluster: string, { run }: PendingApply): void {
    if (!this.#held) {
      this.#pending.delete(cluster);
      run();
    }
  }
}

/** Longest time that work may hold the process at once, in milliseconds. */
const SLICE_MS = 4;

/** What is waited for by somebody goes before what is only nice to know. */
export type Urgency = 'soon' | 'later';

interface Job {
  /** Does the next step; true when it was the last. */
  step(): boolean;
}

/**
 * Does long work in steps, for a few milliseconds per turn of the event loop,
 * so that an answer never waits for more than that: however many lists come in
 * at once, they are read one after the other and not in each other's way.
 */
export class WorkQueue {
  readonly #lines: Record<Urgency, Job[]> = { soon: [], later: [] };
  readonly #sliceMs: number;
  #scheduled = false;

  constructor(sliceMs = SLICE_MS) {
    this.#sliceMs = sliceMs;
  }

  /**
   * Does all steps; each should take well below a millisecond, since none is
   * interrupted.
   *
   * @returns what the steps return at the end
   * @throws what a step throws
   */
  run<T>(steps: Iterator<unknown, T>, urgency: Urgency): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#lines[urgency].push({
        step() {
          try {
            const { done, value } = steps.next();
            if (done) {
              resolve(value);
            }
            return done === true;
          } catch (error) {
            reject(error);
            return true;
          }
        },
      });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#turn());
    }
  }

  #turn(): void {
    this.#scheduled = false;
    const end = performance.now() + this.#sliceMs;
    let line = this.#nextLine();
    while (line) {
      if (line[0].step()) {
        line.shift();
        line = this.#nextLine();
      }
      if (line && performance.now() >= end) {
        this.#schedule();
        return;
      }
    }
  }

  #nextLine(): Job[] | undefined {
    const { soon, later } = this.#lines;
    if (soon.length > 0) {
      return soon;
    }
    return later.length > 0 ? later : undefined;
  }
}

/** Maximum time that work may block the event loop at once, in milliseconds. */
const SLICE_MS = 4;

/**
 * `soon`: a verdict or a page waits for the work; it runs before all `later`
 * work.
 */
export type Urgency = 'soon' | 'later';

interface Job {
  /** Runs the next step; returns whether it was the last. */
  step(): boolean;
}

/**
 * Runs long work in steps, for a few milliseconds per turn of the event loop,
 * so that no request waits for longer, however many lists arrive at once. Jobs
 * take turns, so a large job does not delay small ones.
 */
export class WorkQueue {
  readonly #lines: Record<Urgency, Job[]> = { soon: [], later: [] };
  readonly #sliceMs: number;
  #scheduled = false;

  constructor(sliceMs = SLICE_MS) {
    this.#sliceMs = sliceMs;
  }

  /**
   * Runs all steps. Each should take well below a millisecond, because a step
   * is never interrupted.
   *
   * @returns the return value of the iterator
   * @throws the error of a step
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
        rotate(line);
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

/**
 * Moves the job that just ran to the end of the queue, so that it delays no
 * others.
 */
function rotate(line: Job[]): void {
  const [first] = line.splice(0, 1);
  line.push(first);
}

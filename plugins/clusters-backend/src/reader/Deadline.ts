/**
 * A signal that is aborted with another one, or when time is up. It must be
 * ended: other than with `AbortSignal.any` and `AbortSignal.timeout`, nothing
 * is left behind by the thousands of requests that came in time.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #abort = () => this.#controller.abort(this.#outer.reason);
  #timer: NodeJS.Timeout | undefined;
  #passed = false;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    if (outer.aborted) {
      this.#abort();
    } else {
      outer.addEventListener('abort', this.#abort, { once: true });
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether time was up; then it is not the outer signal that ended it. */
  get passed(): boolean {
    return this.#passed;
  }

  /** Ends in so many milliseconds from now, whatever was said before. */
  in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#passed = true;
      this.#controller.abort(timeIsUp());
    }, milliseconds);
    this.#timer.unref();
  }

  /** Begins the last time span anew. */
  refresh(): void {
    this.#timer?.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#abort);
  }
}

function timeIsUp(): Error {
  return Object.assign(new Error('Time is up'), { code: 'ABORT_ERR' });
}

/**
 * A signal that is aborted with another signal or when time is up. Callers must
 * end it; then no timer or listener is left behind, as `AbortSignal.any` and
 * `AbortSignal.timeout` would leave for each of thousands of requests.
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

  /** Whether the time was up, and not the outer signal aborted. */
  get passed(): boolean {
    return this.#passed;
  }

  /** Sets a new deadline in milliseconds from now. */
  in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#passed = true;
      this.#controller.abort(timeIsUp());
    }, milliseconds);
    this.#timer.unref();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#abort);
  }
}

function timeIsUp(): Error {
  return Object.assign(new Error('Time is up'), { code: 'ABORT_ERR' });
}

/** Runs tasks one after another; a failed task does not stop the next. */
export class TaskChain {
  readonly #onError: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Rejects with the error of the task. */
  run(task: () => Promise<void>): Promise<void> {
    const done = this.#last.then(() => (this.#stopped ? undefined : task()));
    this.#last = done.catch(this.#onError);
    return done;
  }

  /** Starts no further task; resolves when the running one has ended. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.#last;
  }
}

interface Step {
  at: number;
  order: number;
  run: () => void;
}

/**
 * Planned steps in the order of their times. The current time is that of the
 * running step, so hours of the past can be simulated in an instant.
 */
export class Timeline {
  #steps: Step[] = [];
  #order = 0;

  #time: number;

  constructor(time: number) {
    this.#time = time;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#time;
  }

  /** When the next step is due; undefined when nothing is left to happen. */
  get nextAt(): number | undefined {
    return this.#steps[0]?.at;
  }

  /** Runs something later; steps due at the same time keep their order. */
  after(milliseconds: number, run: () => void): void {
    const step = { at: this.#time + milliseconds, order: this.#order, run };
    this.#order += 1;
    let index = this.#steps.length;
    while (index > 0 && this.#steps[index - 1].at > step.at) {
      index -= 1;
    }
    this.#steps.splice(index, 0, step);
  }

  /** Runs a step repeatedly until it returns false. */
  every(milliseconds: number, run: () => boolean | void): void {
    this.after(milliseconds, () => {
      if (run() !== false) {
        this.every(milliseconds, run);
      }
    });
  }

  /**
   * Lets time pass without any steps; all planned steps are delayed by this
   * time.
   */
  skipTo(time: number): void {
    const skipped = Math.max(0, time - this.#time);
    this.#steps.forEach(step => {
      step.at += skipped;
    });
    this.#time += skipped;
  }

  /** Runs all steps up to a time; never goes back. */
  advanceTo(time: number): void {
    let step = this.#steps[0];
    while (step && step.at <= time) {
      this.#steps.shift();
      this.#time = Math.max(this.#time, step.at);
      step.run();
      step = this.#steps[0];
    }
    this.#time = Math.max(this.#time, time);
  }
}

interface Step {
  at: number;
  order: number;
  run: () => void;
}

/**
 * What is to happen, in order of time. Time here is that of the step that runs,
 * so that a past of hours is lived through in an instant.
 */
export class Timeline {
  private steps: Step[] = [];
  private order = 0;

  constructor(private time: number) {}

  /** Milliseconds since 1970. */
  get now(): number {
    return this.time;
  }

  /** When the next step is due; undefined when nothing is left to happen. */
  get nextAt(): number | undefined {
    return this.steps[0]?.at;
  }

  /** Runs something later; steps due at the same time keep their order. */
  after(milliseconds: number, run: () => void): void {
    const step = { at: this.time + milliseconds, order: this.order, run };
    this.order += 1;
    let index = this.steps.length;
    while (index > 0 && this.steps[index - 1].at > step.at) {
      index -= 1;
    }
    this.steps.splice(index, 0, step);
  }

  /** Runs something again and again until it says false. */
  every(milliseconds: number, run: () => boolean | void): void {
    this.after(milliseconds, () => {
      if (run() !== false) {
        this.every(milliseconds, run);
      }
    });
  }

  /** Lets time pass in which nothing happens: what was to come comes later. */
  skipTo(time: number): void {
    const skipped = Math.max(0, time - this.time);
    this.steps.forEach(step => {
      step.at += skipped;
    });
    this.time += skipped;
  }

  /** Lives until a time; never backwards. */
  advanceTo(time: number): void {
    let step = this.steps[0];
    while (step && step.at <= time) {
      this.steps.shift();
      this.time = Math.max(this.time, step.at);
      step.run();
      step = this.steps[0];
    }
    this.time = Math.max(this.time, time);
  }
}

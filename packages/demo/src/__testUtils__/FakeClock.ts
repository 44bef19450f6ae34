import type { WorldClock } from '../world/time/WorldClock';

/** A clock that a test moves. */
export class FakeClock implements WorldClock {
  #waiting: { at: number; callback: () => void }[] = [];

  #time: number;

  constructor(time: number) {
    this.#time = time;
  }

  now(): number {
    return this.#time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.#time + milliseconds, callback };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter(each => each !== entry);
    };
  }

  /** Moves the time forward, and calls the due timers in order. */
  advance(milliseconds: number): void {
    const end = this.#time + milliseconds;
    for (;;) {
      const [next] = this.#waiting
        .filter(({ at }) => at <= end)
        .sort((a, b) => a.at - b.at);
      if (!next) {
        break;
      }
      this.#waiting = this.#waiting.filter(each => each !== next);
      this.#time = next.at;
      next.callback();
    }
    this.#time = end;
  }
}

import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';

/** The cost of some work for the process. */
export interface Cost {
  /** The largest growth of the process's memory. */
  peakMebibytes: number;
  /** The longest time for which the event loop was blocked. */
  longestTurnMs: number;
}

const MIB = 1024 * 1024;
const SAMPLE_MS = 50;
const RESOLUTION_MS = 5;

/**
 * Measures memory (RSS: what the kernel counts, buffers and heap alike) and
 * turns of the event loop, from when it is started until it is stopped.
 */
export class CostMeter {
  static async start(): Promise<CostMeter> {
    const meter = new CostMeter();
    // A turn is measured from one look of Node to the next: without a first
    // look, the first turn would be missed.
    await meter.#looks(1);
    return meter;
  }

  readonly #delay = monitorEventLoopDelay({
    resolution: RESOLUTION_MS,
  });
  readonly #rssBefore = process.memoryUsage.rss();
  readonly #timer = setInterval(() => this.sample(), SAMPLE_MS);
  #peak = 0;

  private constructor() {
    this.#delay.enable();
  }

  /**
   * Measures the memory now. The meter also measures by itself between turns.
   */
  sample(): void {
    const grown = process.memoryUsage.rss() - this.#rssBefore;
    this.#peak = Math.max(this.#peak, grown);
  }

  /** Stops, and returns what was measured. */
  async stop(): Promise<Cost> {
    this.sample();
    clearInterval(this.#timer);
    // The current turn is counted only after it has ended.
    await this.#looks(2);
    this.#delay.disable();
    return {
      peakMebibytes: this.#peak / MIB,
      longestTurnMs: this.#delay.max / 1e6,
    };
  }

  /** Waits for Node's looks: on a busy machine, timers end before the next. */
  async #looks(count: number): Promise<void> {
    const wanted = this.#delay.count + count;
    while (this.#delay.count < wanted) {
      await sleep(RESOLUTION_MS);
    }
  }
}

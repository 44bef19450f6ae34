import type { LoggerService } from '@backstage/backend-plugin-api';
import type { WriteOutcome } from './writeRows';

/**
 * Watches writes to the database: logs each problem once, and counts the rows
 * that were discarded.
 */
export class WriteMonitor {
  readonly #logger: LoggerService;
  readonly #what: string;
  #failing = false;
  #lost = 0;

  /** @param what - what is written, for the log */
  constructor(logger: LoggerService, what: string) {
    this.#logger = logger;
    this.#what = what;
  }

  /** Rows that were discarded so far. */
  get lost(): number {
    return this.#lost;
  }

  /** Counts rows that are discarded without an attempt to write them. */
  giveUp(count: number): void {
    this.#lost += count;
  }

  /** Records the outcome of a write. */
  report(outcome: WriteOutcome<{ cluster: string }>): void {
    const { refused, left } = outcome;
    const error = outcome.error as Error;
    if (refused.length > 0 && this.#lost === 0) {
      const { cluster } = refused[0];
      this.#logger.error(
        `The database refuses ${this.#what}, first those of ${cluster}`,
        error,
      );
    }
    this.#lost += refused.length;
    if (left.length > 0 && !this.#failing) {
      this.#logger.error(
        `Could not write ${this.#what} to the database`,
        error,
      );
    }
    this.#failing = left.length > 0;
  }
}

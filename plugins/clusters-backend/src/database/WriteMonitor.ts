import type { LoggerService } from '@backstage/backend-plugin-api';
import type { WriteOutcome } from './writeRows';

/**
 * Keeps an eye on writes to the database: says each trouble once, and counts the
 * rows that were given up.
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

  /** Rows that were given up so far. */
  get lost(): number {
    return this.#lost;
  }

  /** Takes note of rows that are given up without being tried. */
  giveUp(count: number): void {
    this.#lost += count;
  }

  /** Takes note of what became of a write. */
  report(outcome: WriteOutcome<{ cluster: string }>): void {
    const { refused, left } = outcome;
    const error = outcome.error as Error;
    if (refused.length > 0 && this.#lost === 0) {
      const { cluster } = refused[0];
      this.#logger.error(
        `The database refuses ${this.#what}, first of ${cluster}`,
        error,
      );
    }
    this.#lost += refused.length;
    if (left.length > 0 && !this.#failing) {
      this.#logger.error(`The database does not take ${this.#what}`, error);
    }
    this.#failing = left.length > 0;
  }
}

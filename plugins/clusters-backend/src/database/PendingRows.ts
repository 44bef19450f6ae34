import type { WriteMonitor } from './WriteMonitor';
import type { WriteOutcome } from './writeRows';

/**
 * How many rows may wait for the database; beyond that the oldest are
 * discarded.
 */
const MAX_PENDING = 10_000;

/** Rows that wait for the database, and are kept while it is down. */
export class PendingRows<Row extends { cluster: string }> {
  readonly #write: (rows: readonly Row[]) => Promise<WriteOutcome<Row>>;
  readonly #monitor: WriteMonitor;
  #pending: Row[] = [];
  #saving: Promise<void> | undefined;

  constructor(
    monitor: WriteMonitor,
    write: (rows: readonly Row[]) => Promise<WriteOutcome<Row>>,
  ) {
    this.#monitor = monitor;
    this.#write = write;
  }

  add(...rows: Row[]): void {
    this.#pending.push(...rows);
    const excess = this.#pending.length - MAX_PENDING;
    if (excess > 0) {
      this.#pending.splice(0, excess);
      this.#monitor.giveUp(excess);
    }
  }

  /** Writes all rows up to now. */
  async flush(): Promise<void> {
    // A write that is already running does not include the newest rows.
    await this.#saving;
    await this.save();
  }

  /** Writes rows; callers at the same time share one write. */
  save(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #save(): Promise<void> {
    if (this.#pending.length === 0) {
      return;
    }
    const rows = this.#pending;
    this.#pending = [];
    const outcome = await this.#write(rows);
    this.#pending = [...outcome.left, ...this.#pending];
    this.#monitor.report(outcome);
  }
}

import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { GoneClusters } from './GoneClusters';

/** How long history is kept, in milliseconds. */
export interface HistoryRetention {
  keepMs: number;
  keepChangesMs: number;
  /**
   * How long the data of a cluster is kept after its last description is gone.
   */
  keepGoneMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** After a day one point per half hour is enough for a week's trend. */
const COARSE_MS = HOUR_MS / 2;
/** The pruning clock advances by at most this much per run. */
const STEP_MS = HOUR_MS;
/** How long messages of webhooks are kept that were given up. */
const KEEP_MESSAGES_MS = 14 * DAY_MS;
/** Rows per statement: SQLite deletes in this thread. */
const BATCH = 500;
/** Statements per run. */
const MAX_BATCHES = 40;

/**
 * Deletes old history, and thins history that is older than a day.
 *
 * A clock that is wrongly a year ahead must not delete the history, and it
 * looks the same as the clock of a backend that was off for a year. So pruning
 * has a clock of its own: it follows the database's clock by an hour per run,
 * and waits when that clock goes back.
 */
export class HistoryPruner {
  readonly #knex: Knex;
  readonly #databaseTime: () => Promise<number>;
  readonly #retention: HistoryRetention;
  readonly #logger: LoggerService;
  readonly #goneClusters: GoneClusters;
  #saidLag = false;

  constructor(options: {
    knex: Knex;
    /** The database's clock, in milliseconds since 1970. */
    databaseTime(): Promise<number>;
    retention: HistoryRetention;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#databaseTime = options.databaseTime;
    this.#retention = options.retention;
    this.#logger = options.logger;
    this.#goneClusters = new GoneClusters(options.knex);
  }

  /**
   * Deletes a limited number of rows; called every few minutes, by one backend
   * at a time.
   */
  async prune(): Promise<void> {
    const now = await this.#databaseTime();
    const before = (await this.#prunedUntil()) ?? (await this.#begin(now));
    const until = Math.min(now, before + STEP_MS);
    if (until <= before) {
      return;
    }
    this.#sayLag(now - before);
    const { keepMs, keepChangesMs, keepGoneMs } = this.#retention;
    let batches = MAX_BATCHES;
    const remove = async (batch: () => Knex.QueryBuilder): Promise<void> => {
      let removed = BATCH;
      while (removed === BATCH && batches > 0) {
        batches -= 1;
        removed = await retryWhileLocked(batch);
        await yieldToOthers();
      }
    };
    await remove(() => this.#oldPoints(until - keepMs));
    await remove(() => this.#oldChanges(until - keepChangesMs));
    await remove(() => this.#oldMessages(until - KEEP_MESSAGES_MS));
    await remove(() => this.#finePoints(before - DAY_MS, until - DAY_MS));
    const removals = this.#goneClusters.removals(until - keepGoneMs, BATCH);
    for (const removal of removals) {
      await remove(removal);
    }
    // Last: a cluster decides how many there are.
    await remove(() => this.#oldFindings(until - keepChangesMs));
    if (batches > 0) {
      this.#sayForgotten(await this.#goneClusters.forget(until - keepGoneMs));
      await this.#keep(until);
    }
  }

  async #prunedUntil(): Promise<number | undefined> {
    const row = await retryWhileLocked(() =>
      this.#knex('history_pruning').first('pruned_until'),
    );
    return row && Number(row.pruned_until);
  }

  /**
   * The pruning clock begins at the time of the newest point, since the
   * database's clock may be ahead.
   */
  async #begin(now: number): Promise<number> {
    const [{ newest }] = await retryWhileLocked(() =>
      this.#knex('history_points').max({ newest: 'at' }),
    );
    const begin = Math.min(now, newest === null ? now : Number(newest));
    await this.#keep(begin);
    return begin;
  }

  async #keep(prunedUntil: number): Promise<void> {
    await retryWhileLocked(() =>
      this.#knex('history_pruning')
        .insert({ id: 1, pruned_until: prunedUntil })
        .onConflict('id')
        .merge(),
    );
  }

  #sayForgotten(names: readonly string[]): void {
    if (names.length > 0) {
      this.#logger.info(
        `Deleted the data of clusters that are no longer described: ${names.join(
          ', ',
        )}`,
      );
    }
  }

  #sayLag(lagMs: number): void {
    if (lagMs > DAY_MS && !this.#saidLag) {
      this.#saidLag = true;
      const days = Math.floor(lagMs / DAY_MS);
      this.#logger.warn(
        `History was last pruned ${days} days ago by the database's clock: each run prunes one more hour until it has caught up`,
      );
    }
  }

  #oldPoints(before: number): Knex.QueryBuilder {
    const old = this.#knex('history_points')
      .select('identity', 'at')
      .where('at', '<', before)
      .limit(BATCH);
    return this.#knex('history_points')
      .whereIn(['identity', 'at'], old)
      .delete();
  }

  #oldChanges(before: number): Knex.QueryBuilder {
    const old = this.#knex('verdict_changes')
      .select('id')
      .where('at', '<', before)
      .limit(BATCH);
    return this.#knex('verdict_changes').whereIn('id', old).delete();
  }

  /** That a finding came is kept for as long as it is there. */
  #oldFindings(before: number): Knex.QueryBuilder {
    const isOver = this.#knex({ later: 'finding_changes' })
      .select(this.#knex.raw('1'))
      .whereRaw('?? = ??', ['later.identity', 'old.identity'])
      .whereRaw('?? = ??', ['later.finding', 'old.finding'])
      .whereRaw('?? > ??', ['later.id', 'old.id']);
    const old = this.#knex({ old: 'finding_changes' })
      .select('old.id')
      .where('old.at', '<', before)
      .where(query =>
        query.whereNot('old.change', 'came').orWhereExists(isOver),
      )
      .limit(BATCH);
    return this.#knex('finding_changes').whereIn('id', old).delete();
  }

  #oldMessages(before: number): Knex.QueryBuilder {
    const old = this.#knex('webhook_messages')
      .select('id')
      .where('created_at', '<', before)
      .limit(BATCH);
    return this.#knex('webhook_messages').whereIn('id', old).delete();
  }

  /**
   * The points to delete: all but each cluster's first point in each half hour.
   */
  #finePoints(from: number, before: number): Knex.QueryBuilder {
    const start = Math.floor(from / COARSE_MS) * COARSE_MS;
    const range = () =>
      this.#knex('history_points')
        .where('at', '>=', start)
        .where('at', '<', before);
    const first = range()
      .select('identity')
      .min('at')
      // In both SQLite and PostgreSQL, dividing integers drops the remainder.
      .groupBy('identity', this.#knex.raw(`?? / ${COARSE_MS}`, ['at']));
    const fine = range()
      .select('identity', 'at')
      .whereNotIn(['identity', 'at'], first)
      .limit(BATCH);
    return this.#knex('history_points')
      .whereIn(['identity', 'at'], fine)
      .delete();
  }
}

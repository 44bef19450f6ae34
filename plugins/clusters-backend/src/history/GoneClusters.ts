import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';

/** The stored data of clusters that are no longer described anywhere. */
export class GoneClusters {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Statements that each remove some rows of removed clusters; they are
   * repeated until they find no more rows.
   *
   * @param before - milliseconds since 1970; only clusters removed before this
   *   time
   * @param limit - rows per statement
   */
  removals(before: number, limit: number): (() => Knex.QueryBuilder)[] {
    const removal = (table: string, key: string[]) => () => {
      const rows = this.#knex(table)
        .select(key)
        .whereIn('identity', this.#gone(before).select('id'))
        .limit(limit);
      return this.#knex(table).whereIn(key, rows).delete();
    };
    return [
      removal('history_points', ['identity', 'at']),
      removal('verdict_changes', ['id']),
      removal('finding_changes', ['id']),
      removal('cluster_states', ['identity']),
      removal('cluster_notifications', ['identity']),
      removal('cluster_mutes', ['identity', 'finding']),
    ];
  }

  /**
   * Deletes the identities of removed clusters once no other data of theirs is
   * stored.
   *
   * @returns the clusters' names
   */
  async forget(before: number): Promise<string[]> {
    const names = await retryWhileLocked(() =>
      this.#gone(before).pluck<string[]>('name'),
    );
    if (names.length > 0) {
      await retryWhileLocked(() => this.#gone(before).delete());
    }
    return names;
  }

  #gone(before: number): Knex.QueryBuilder {
    return this.#knex('cluster_identities').where('gone_since', '<', before);
  }
}

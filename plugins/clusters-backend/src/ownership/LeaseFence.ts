import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { retryWhileLocked } from '../database/retryWhileLocked';

/**
 * A backend that is suspended or lost during a write must not keep the leases
 * locked, or no other could take its clusters over.
 */
const END_IDLE_WRITES = "set local idle_in_transaction_session_timeout = '5s'";

/**
 * Prevents a backend from writing data of clusters that another backend reads
 * by now. A backend can be suspended for longer than its leases last, and then
 * continue in the middle of a write.
 */
export class LeaseFence {
  readonly #knex: Knex;
  readonly #owner: string | undefined;

  /**
   * @param owner - id of this backend among those that share the clusters;
   *   absent for the only backend, which has no leases and may write everything
   */
  constructor(knex: Knex, owner?: string) {
    this.#knex = knex;
    this.#owner = owner;
  }

  /**
   * Writes the rows whose clusters this backend holds a lease for. The leases
   * are locked during the write, so that no other backend takes a cluster over
   * meanwhile.
   *
   * @param insert - writes rows in one statement
   */
  async write<T extends { identity: string }>(
    rows: readonly T[],
    insert: (knex: Knex, own: readonly T[]) => PromiseLike<unknown>,
  ): Promise<void> {
    const owner = this.#owner;
    if (owner === undefined) {
      await retryWhileLocked(() => insert(this.#knex, rows));
      return;
    }
    const identities = new Set(rows.map(({ identity }) => identity));
    const write = async (transaction: Knex) => {
      if (isPostgres(transaction)) {
        await transaction.raw(END_IDLE_WRITES);
      }
      const held = new Set<string>(
        await transaction('cluster_leases')
          .where({ owner })
          .whereIn('identity', [...identities])
          .forShare()
          .pluck('identity'),
      );
      const own = rows.filter(({ identity }) => held.has(identity));
      if (own.length > 0) {
        await insert(transaction, own);
      }
    };
    await retryWhileLocked(() => this.#knex.transaction(write));
  }
}

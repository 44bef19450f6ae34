import { ConflictError } from '@backstage/errors';
import { MAX_MUTES } from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';

/** A mute as it is stored; times in milliseconds since 1970. */
export interface StoredMute {
  /** Key of the cluster. */
  identity: string;
  /** Id of the finding. */
  finding: string;
  /** Its sentence when it was muted. */
  title: string;
  reason: string;
  by: string;
  at: number;
  until: number;
}

interface MuteRow {
  identity: string;
  finding: string;
  title: string;
  reason: string;
  muted_by: string;
  muted_at: number | string;
  muted_until: number | string;
}

const TABLE = 'cluster_mutes';
/** Mutes that are read of a whole fleet at most, the first to end first. */
const MAX_READ = 20_000;

/** The mutes of findings, in the plugin's database. */
export class MuteStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The mutes that have not ended, the first to end first.
   *
   * @param identity - only of this cluster
   */
  async read(now: number, identity?: string): Promise<StoredMute[]> {
    const rows: MuteRow[] = await retryWhileLocked(() =>
      this.#knex<MuteRow>(TABLE)
        .where('muted_until', '>', now)
        .modify(query => identity && query.where({ identity }))
        .orderBy(['muted_until', 'identity', 'finding'])
        .limit(identity ? MAX_MUTES : MAX_READ)
        .select(),
    );
    return rows.map(
      ({ muted_by: by, muted_at: at, muted_until: until, ...row }) => ({
        ...row,
        ...{ by, at: Number(at), until: Number(until) },
      }),
    );
  }

  /**
   * Stores a mute in place of an earlier one of the same finding, and removes
   * those of the cluster that have ended.
   *
   * @throws ConflictError when too many findings of the cluster are muted
   */
  async set({ by, at, until, ...mute }: StoredMute): Promise<void> {
    const { identity, finding } = mute;
    const others = await retryWhileLocked(async () => {
      const of = () => this.#knex<MuteRow>(TABLE).where({ identity });
      await of().where('muted_until', '<=', at).delete();
      return await of().whereNot({ finding }).count({ count: '*' });
    });
    if (Number(others[0].count) >= MAX_MUTES) {
      throw new ConflictError(
        `${MAX_MUTES} findings of this cluster are muted already`,
      );
    }
    const row = { ...mute, muted_by: by, muted_at: at, muted_until: until };
    await retryWhileLocked(() =>
      this.#knex(TABLE).insert(row).onConflict(['identity', 'finding']).merge(),
    );
  }

  /**
   * Ends a mute.
   *
   * @returns whether there was one
   */
  async remove(identity: string, finding: string): Promise<boolean> {
    const removed = await retryWhileLocked(() =>
      this.#knex(TABLE).where({ identity, finding }).delete(),
    );
    return removed > 0;
  }
}

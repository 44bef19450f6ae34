import {
  type ClusterDetail,
  clusterDetailSchema,
} from '@clusterworks/plugin-clusters-common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { type WriteOutcome, writeRows } from '../database/writeRows';
import { LeaseFence } from '../ownership/LeaseFence';

/** The newest state of one cluster. */
export interface StoredState {
  /** Key of the cluster. */
  identity: string;
  revision: number;
  detail: ClusterDetail;
  /** The assessor's memory in the form in which it was saved. */
  memory?: unknown;
}

/** A state to save; its detail is already JSON. */
export type StateToSave = Omit<StoredState, 'detail'> & {
  /** Its name, for messages. */
  cluster: string;
  detail: string;
};

interface StateRow {
  identity: string;
  revision: number | string;
  detail: string;
  memory: string | null;
  updated_at: number | string;
}

const TABLE = 'cluster_states';
/** SQLite allows 32,766 values per statement; PostgreSQL more. */
const BATCH = 200;
/** So many are parsed at a time, while no request is answered. */
const PARSE_BATCH = 5;
/**
 * States are large, and SQLite writes in this thread, where requests would
 * wait. PostgreSQL does not, but each statement is a round trip.
 */
const SAVE_BATCH = { sqlite: 5, pg: 50 };

/**
 * Stores the newest state of every cluster, so that a restart shows it at once.
 */
export class StateStore {
  readonly #knex: Knex;
  readonly #fence: LeaseFence;
  readonly #saveBatch: number;

  /**
   * @param owner - id of this backend among those that share the clusters; then
   *   only states of clusters that it holds a lease for are saved
   */
  constructor(knex: Knex, owner?: string) {
    this.#knex = knex;
    this.#fence = new LeaseFence(knex, owner);
    this.#saveBatch = isPostgres(knex) ? SAVE_BATCH.pg : SAVE_BATCH.sqlite;
  }

  /** The revisions of all stored states. */
  async revisions(): Promise<Pick<StoredState, 'identity' | 'revision'>[]> {
    const rows = await retryWhileLocked(() =>
      this.#knex<StateRow>(TABLE).select('identity', 'revision'),
    );
    return rows.map(({ identity, revision }) => ({
      identity,
      revision: Number(revision),
    }));
  }

  /** The states of some clusters. */
  async load(identities: readonly string[]): Promise<StoredState[]> {
    const states: StoredState[] = [];
    for (let start = 0; start < identities.length; start += BATCH) {
      const rows: StateRow[] = await retryWhileLocked(() =>
        this.#knex<StateRow>(TABLE)
          .whereIn('identity', identities.slice(start, start + BATCH))
          .select(),
      );
      for (const [index, row] of rows.entries()) {
        const state = toState(row);
        if (state) {
          states.push(state);
        }
        if (index % PARSE_BATCH === PARSE_BATCH - 1) {
          await yieldToOthers();
        }
      }
    }
    return states;
  }

  /** The state of one cluster. */
  async find(identity: string): Promise<StoredState | undefined> {
    const row = await retryWhileLocked(() =>
      this.#knex<StateRow>(TABLE).where({ identity }).first(),
    );
    return row && toState(row as StateRow);
  }

  /** Saves states, except of clusters that another backend reads by now. */
  async save(
    states: readonly StateToSave[],
    now: number,
  ): Promise<WriteOutcome<StateToSave>> {
    const save = async (some: readonly StateToSave[]) => {
      await this.#fence.write(some, (knex, own) => insert(knex, own, now));
      await yieldToOthers();
    };
    return await writeRows(states, save, this.#saveBatch);
  }
}

async function insert(
  knex: Knex,
  states: readonly StateToSave[],
  now: number,
): Promise<void> {
  await knex(TABLE)
    .insert(
      states.map(state => ({
        identity: state.identity,
        revision: state.revision,
        detail: state.detail,
        memory: state.memory ? JSON.stringify(state.memory) : null,
        updated_at: now,
      })),
    )
    .onConflict('identity')
    .merge();
}

/** Drops a state of another version that does not match the schema. */
function toState(row: StateRow): StoredState | undefined {
  try {
    return {
      identity: row.identity,
      revision: Number(row.revision),
      detail: clusterDetailSchema.parse(JSON.parse(row.detail)),
      memory: row.memory ? JSON.parse(row.memory) : undefined,
    };
  } catch {
    return undefined;
  }
}

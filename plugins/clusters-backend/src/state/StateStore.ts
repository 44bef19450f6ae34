import {
  type ClusterDetail,
  clusterDetailSchema,
} from '@clusterworks/plugin-clusters-common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { type WriteOutcome, writeRows } from '../database/writeRows';

/** The newest state of one cluster. */
export interface StoredState {
  cluster: string;
  revision: number;
  detail: ClusterDetail;
  /** The rules' memory, as it was given to us. */
  memory?: unknown;
}

/** A state to be saved; its detail is JSON already. */
export type StateToSave = Omit<StoredState, 'detail'> & { detail: string };

interface StateRow {
  cluster: string;
  revision: number | string;
  detail: string;
  memory: string | null;
  updated_at: number | string;
}

const TABLE = 'cluster_states';
/** SQLite allows 32,766 values per statement; PostgreSQL more. */
const BATCH = 200;
/** States are large, and SQLite writes in this thread: answers must not wait. */
const SAVE_BATCH = 5;

/** Keeps the newest state of every cluster, so that a restart shows it at once. */
export class StateStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The revision of every state there is. */
  async revisions(): Promise<Pick<StoredState, 'cluster' | 'revision'>[]> {
    const rows = await retryWhileLocked(() =>
      this.#knex<StateRow>(TABLE).select('cluster', 'revision'),
    );
    return rows.map(({ cluster, revision }) => ({
      cluster,
      revision: Number(revision),
    }));
  }

  /** The states of some clusters. */
  async load(clusters: readonly string[]): Promise<StoredState[]> {
    const states: StoredState[] = [];
    for (let start = 0; start < clusters.length; start += BATCH) {
      const rows: StateRow[] = await retryWhileLocked(() =>
        this.#knex<StateRow>(TABLE)
          .whereIn('cluster', clusters.slice(start, start + BATCH))
          .select(),
      );
      states.push(...rows.flatMap(row => toState(row) ?? []));
    }
    return states;
  }

  /** The state of one cluster. */
  async find(cluster: string): Promise<StoredState | undefined> {
    const row = await retryWhileLocked(() =>
      this.#knex<StateRow>(TABLE).where({ cluster }).first(),
    );
    return row && toState(row as StateRow);
  }

  async save(
    states: readonly StateToSave[],
    now: number,
  ): Promise<WriteOutcome<StateToSave>> {
    const insert = async (some: readonly StateToSave[]) => {
      await retryWhileLocked(() =>
        this.#knex(TABLE)
          .insert(
            some.map(state => ({
              cluster: state.cluster,
              revision: state.revision,
              detail: state.detail,
              memory: state.memory ? JSON.stringify(state.memory) : null,
              updated_at: now,
            })),
          )
          .onConflict('cluster')
          .merge(),
      );
      await yieldToOthers();
    };
    return await writeRows(states, insert, SAVE_BATCH);
  }

  async remove(clusters: readonly string[]): Promise<void> {
    await this.#knex(TABLE).whereIn('cluster', clusters).delete();
  }
}

/** A state that another version wrote and that does not fit is forgotten. */
function toState(row: StateRow): StoredState | undefined {
  try {
    return {
      cluster: row.cluster,
      revision: Number(row.revision),
      detail: clusterDetailSchema.parse(JSON.parse(row.detail)),
      memory: row.memory ? JSON.parse(row.memory) : undefined,
    };
  } catch {
    return undefined;
  }
}

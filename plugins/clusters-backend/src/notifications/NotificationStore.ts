import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { LeaseFence } from '../ownership/LeaseFence';
import { type StoredState, storedStateSchema } from './NotificationState';

const TABLE = 'cluster_notifications';
const BATCH = 200;

interface StateRow {
  identity: string;
  state: string;
  updated_at: number | string;
}

/** What owners were told, in the plugin's database. */
export class NotificationStore {
  readonly #knex: Knex;
  readonly #fence: LeaseFence;

  /**
   * @param owner - id of this backend among those that share the clusters; then
   *   only rows of clusters that it holds a lease for are written
   */
  constructor(knex: Knex, owner?: string) {
    this.#knex = knex;
    this.#fence = new LeaseFence(knex, owner);
  }

  /** What is stored of some clusters; nothing of most. */
  async load(
    identities: readonly string[],
  ): Promise<ReadonlyMap<string, StoredState>> {
    const found = new Map<string, StoredState>();
    for (let start = 0; start < identities.length; start += BATCH) {
      const rows: StateRow[] = await retryWhileLocked(() =>
        this.#knex<StateRow>(TABLE)
          .whereIn('identity', identities.slice(start, start + BATCH))
          .select(),
      );
      for (const { identity, state } of rows) {
        const stored = parse(state);
        if (stored) {
          found.set(identity, stored);
        }
      }
    }
    return found;
  }

  /**
   * Stores what was told of a cluster.
   *
   * @returns whether it did: not when another backend reads the cluster by now
   */
  async save(
    identity: string,
    state: StoredState,
    now: number,
  ): Promise<boolean> {
    let isOwn = false;
    const row = { identity, state: JSON.stringify(state), updated_at: now };
    await this.#fence.write([row], async (knex, own) => {
      await knex(TABLE).insert(own).onConflict('identity').merge();
      isOwn = true;
    });
    return isOwn;
  }
}

/** A state of another version is dropped: what it told is told again. */
function parse(text: string): StoredState | undefined {
  try {
    return storedStateSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

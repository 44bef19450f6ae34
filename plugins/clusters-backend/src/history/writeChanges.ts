import { type WriteOutcome, writeRows } from '../database/writeRows';
import type { LeaseFence } from '../ownership/LeaseFence';

/** A change of a cluster at one time. */
interface Change {
  /** Unique key, so that a change that is written twice is stored once. */
  id: string;
  /** Key of the cluster. */
  identity: string;
}

/**
 * Adds changes to a table, except of clusters that another backend reads by now.
 *
 * @param columnsOf - the columns of a change, besides that of its id
 */
export async function writeChanges<T extends Change>(
  fence: LeaseFence,
  table: string,
  changes: readonly T[],
  columnsOf: (change: T) => Record<string, unknown>,
): Promise<WriteOutcome<T>> {
  return await writeRows(changes, rows =>
    fence.write(rows, (knex, own) =>
      knex(table)
        .insert(
          own.map(change => ({ ...columnsOf(change), change_id: change.id })),
        )
        .onConflict('change_id')
        .ignore(),
    ),
  );
}

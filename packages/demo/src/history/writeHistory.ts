import { access } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import {
  HistoryStore,
  IdentityStore,
  pointOf,
  StateStore,
  waitForLocksElsewhere,
} from './clustersBackendInternals';
import { type PresentCluster, weekBefore } from './weekBefore';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

/** Settings of {@link writeHistory}. */
export interface WriteHistoryOptions {
  /** The SQLite file of the portal's clusters plugin, once there is one. */
  file: string;
  /** Names of the clusters that are to have a history. */
  clusters: readonly string[];
  /** Between two looks, in milliseconds. */
  everyMs?: number;
  now(): number;
  signal: AbortSignal;
}

/**
 * Gives the clusters of the demo the week before its first start, as soon as
 * the portal has seen them. Points that the portal saw itself are never
 * changed, and a cluster that already has a history gets none. What fails, for
 * example because the portal holds the lock of the file, is tried again.
 *
 * @throws the last error, when the signal ends it and a cluster still has no
 * history because of an error
 */
export async function writeHistory(
  options: WriteHistoryOptions,
): Promise<void> {
  const { file, signal, everyMs = 2_000 } = options;
  const waiting = new Set(options.clusters);
  /** When the week of each cluster ends, which had no history before. */
  const ends = new Map<string, number>();
  let database: Knex | undefined;
  let failure: { error: unknown } | undefined;
  try {
    while (waiting.size > 0 && (await pause(everyMs, signal))) {
      try {
        failure = undefined;
        database ??= await open(file);
        if (database) {
          const history = new HistoryStore(database);
          for (const cluster of await seen(database, waiting)) {
            await giveWeek(history, cluster, ends, options);
            waiting.delete(cluster.name);
          }
        }
      } catch (error) {
        failure = { error };
      }
    }
  } finally {
    await database?.destroy();
  }
  if (failure) {
    throw failure.error;
  }
}

/** Resolves to false when the signal ended the pause. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return await sleep(ms, true, { signal }).catch(() => false);
}

/** The portal's database; undefined until it has made its tables. */
async function open(file: string): Promise<Knex | undefined> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (!exists) {
    return undefined;
  }
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
  });
  await waitForLocksElsewhere(database);
  if (await database.schema.hasTable('cluster_states')) {
    return database;
  }
  await database.destroy();
  return undefined;
}

/** The clusters among these that the portal has seen. */
async function seen(
  database: Knex,
  names: ReadonlySet<string>,
): Promise<PresentCluster[]> {
  const identities = await new IdentityStore(database).all();
  const wanted = identities.filter(
    ({ name, goneSince, setAside }) =>
      names.has(name) && goneSince === undefined && setAside === undefined,
  );
  const states = new StateStore(database);
  const found: PresentCluster[] = [];
  for (const { id: identity, name } of wanted) {
    const { row, view } = (await states.find(identity))?.detail ?? {};
    if (row?.connection.state === 'live' && view) {
      found.push({ identity, name, point: pointOf({ row, view }) });
    }
  }
  return found;
}

/**
 * Writes the week of a cluster that has no history. Attempts after the first
 * one write the same week, because a part of it may have been written.
 */
async function giveWeek(
  history: HistoryStore,
  cluster: PresentCluster,
  ends: Map<string, number>,
  { now }: Pick<WriteHistoryOptions, 'now'>,
): Promise<void> {
  const end = ends.get(cluster.name) ?? now();
  if (!ends.has(cluster.name)) {
    const { points } = await history.read(
      cluster.identity,
      end - WEEK_MS,
      end - HOUR_MS,
    );
    if (points.length > 0) {
      return;
    }
    ends.set(cluster.name, end);
  }
  const { points, changes } = weekBefore(cluster, end);
  // Points last: a cluster that has any is left alone after a restart.
  throwIfLeft(await history.addChanges(changes));
  throwIfLeft(await history.addPoints(points));
}

function throwIfLeft(outcome: {
  left: readonly unknown[];
  error?: unknown;
}): void {
  if (outcome.left.length > 0) {
    throw outcome.error;
  }
}

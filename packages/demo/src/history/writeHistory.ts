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
 * changed, and a cluster that already has a history gets none.
 */
export async function writeHistory(
  options: WriteHistoryOptions,
): Promise<void> {
  const { file, signal, everyMs = 2_000 } = options;
  const waiting = new Set(options.clusters);
  let database: Knex | undefined;
  try {
    while (waiting.size > 0) {
      await sleep(everyMs, undefined, { signal });
      database ??= await open(file);
      if (database) {
        for (const cluster of await seen(database, waiting)) {
          await writeWeek(database, cluster, options.now());
          waiting.delete(cluster.name);
        }
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  } finally {
    await database?.destroy();
  }
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

async function writeWeek(
  database: Knex,
  cluster: PresentCluster,
  now: number,
): Promise<void> {
  const history = new HistoryStore(database);
  const { points: known } = await history.read(
    cluster.identity,
    now - WEEK_MS,
    now - HOUR_MS,
  );
  if (known.length > 0) {
    return;
  }
  const { points, changes } = weekBefore(cluster, now);
  for (const { left, error } of [
    await history.addPoints(points),
    await history.addChanges(changes),
  ]) {
    if (left.length > 0) {
      throw error;
    }
  }
}

import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * SQLite waits for locks in this thread, so its own timeout is short:
 * `retryWhileLocked` waits without blocking.
 */
const BUSY_TIMEOUT_MS = 20;

/** Connects to the plugin's database and brings its tables up to date. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@clusterworks/plugin-clusters-backend',
        'migrations',
      ),
    });
  }
  await waitForLocksElsewhere(knex);
  return knex;
}

/** Makes SQLite fail at once on a lock; see `retryWhileLocked`. */
export async function waitForLocksElsewhere(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'better-sqlite3') {
    return;
  }
  const pragma = `busy_timeout = ${BUSY_TIMEOUT_MS}`;
  knex.client.pool.on(
    'createSuccess',
    (_id: number, connection: { pragma(source: string): unknown }) =>
      connection.pragma(pragma),
  );
  await knex.raw(`PRAGMA ${pragma}`);
}

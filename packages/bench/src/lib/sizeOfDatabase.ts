import type { Knex } from 'knex';
import { isPostgres } from '../clustersBackendInternals';

/** The size of a database, and of each of its tables. */
export interface DatabaseSize {
  megabytes: number;
  rows: Record<string, number>;
}

/** The size of a SQLite or PostgreSQL database with the plugin's tables. */
export async function sizeOfDatabase(knex: Knex): Promise<DatabaseSize> {
  const tables: { name: string }[] = isPostgres(knex)
    ? await knex('pg_tables')
        .select({ name: 'tablename' })
        .where({ schemaname: 'public' })
    : await knex('sqlite_master').select('name').where({ type: 'table' });
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const [{ count }] = await knex(name).count({ count: '*' });
    rows[name] = Number(count);
  }
  return { megabytes: (await bytesOf(knex)) / 1e6, rows };
}

async function bytesOf(knex: Knex): Promise<number> {
  if (isPostgres(knex)) {
    const { rows } = await knex.raw(
      'select pg_database_size(current_database()) as bytes',
    );
    return Number(rows[0].bytes);
  }
  const [{ bytes }] = await knex.raw(
    'select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()',
  );
  return bytes;
}

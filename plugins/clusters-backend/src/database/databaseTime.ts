import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { retryWhileLocked } from './retryWhileLocked';

/** The database's clock, in milliseconds since 1970: all backends share it. */
export async function databaseTime(knex: Knex): Promise<number> {
  if (isPostgres(knex)) {
    const { rows } = await knex.raw(
      'select floor(extract(epoch from clock_timestamp()) * 1000) as now',
    );
    return Number(rows[0].now);
  }
  const [{ now }] = await retryWhileLocked<{ now: number }[]>(() =>
    knex.raw(
      "select cast((julianday('now') - 2440587.5) * 86400000 as integer) as now",
    ),
  );
  return now;
}

import type { Knex } from 'knex';

/** Whether the database is PostgreSQL, which several backends can share. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

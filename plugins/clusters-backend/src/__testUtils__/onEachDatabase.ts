import type { Knex } from 'knex';
import { describeWithPostgres } from './describeWithPostgres';
import { openTestDatabase } from './openTestDatabase';
import { type RealPostgres, startRealPostgres } from './realPostgres';

/**
 * Declares the same tests for SQLite and, if it is installed, for a real
 * PostgreSQL.
 *
 * @param tests - receives a function that returns the open database with all
 *   tables
 */
export function onEachDatabase(
  what: string,
  tests: (database: () => Knex) => void,
): void {
  describe(`${what} on SQLite`, () => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await openTestDatabase();
    });
    afterAll(async () => {
      await knex?.destroy();
    });
    tests(() => knex);
  });

  describeWithPostgres(`${what} on PostgreSQL`, () => {
    let postgres: RealPostgres;
    let knex: Knex;
    beforeAll(async () => {
      postgres = await startRealPostgres();
      knex = await openTestDatabase(postgres.config);
    });
    afterAll(async () => {
      await knex?.destroy();
      await postgres?.stop();
    });
    tests(() => knex);
  });
}

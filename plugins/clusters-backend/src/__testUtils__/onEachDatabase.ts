import type { Knex } from 'knex';
import { openTestDatabase } from './openTestDatabase';
import {
  hasRealPostgres,
  type RealPostgres,
  startRealPostgres,
} from './realPostgres';

/**
 * Declares the same tests for SQLite and for a real PostgreSQL, where there is
 * one.
 *
 * @param tests - gets what answers with the open database, with all tables
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

  (hasRealPostgres ? describe : describe.skip)(`${what} on PostgreSQL`, () => {
    jest.setTimeout(60_000);
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

import { hasRealPostgres } from './realPostgres';

/** Declares tests that are skipped where no real PostgreSQL can be started. */
export function describeWithPostgres(what: string, tests: () => void): void {
  (hasRealPostgres ? describe : describe.skip)(what, tests);
}

/** The outcome of an attempt to write rows. */
export interface WriteOutcome<T> {
  /** Rows that the database will never accept. */
  refused: T[];
  /**
   * Rows that the database does not accept now, in the order for the next
   * attempt.
   */
  left: T[];
  /** Why rows are left or refused. */
  error?: unknown;
}

/** Small enough for the limits of SQLite's compound statements. */
const BATCH = 100;

/**
 * Writes rows in batches. One bad row never stops the others: a batch that
 * fails is written row by row, and the row that causes the failure is refused
 * or moved to the end of the rows that are tried again.
 *
 * @param insert - writes some rows in one statement, all of them or none
 */
export async function writeRows<T>(
  rows: readonly T[],
  insert: (rows: readonly T[]) => Promise<unknown>,
  batch: number = BATCH,
): Promise<WriteOutcome<T>> {
  const outcome: WriteOutcome<T> = { refused: [], left: [] };
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch);
    try {
      await insert(some);
    } catch {
      await writeOneByOne(some, insert, outcome);
    }
    const [first, ...others] = outcome.left;
    if (first !== undefined) {
      // The database itself is failing: rows that were not tried yet go first
      // next time.
      outcome.left = [...others, ...rows.slice(start + batch), first];
      return outcome;
    }
  }
  return outcome;
}

/** Stops at the first row that fails for a reason other than its values. */
async function writeOneByOne<T>(
  rows: readonly T[],
  insert: (rows: readonly T[]) => Promise<unknown>,
  outcome: WriteOutcome<T>,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    try {
      await insert([row]);
    } catch (error) {
      outcome.error = error;
      if (!blamesValues(error)) {
        outcome.left = rows.slice(index);
        return;
      }
      outcome.refused.push(row);
    }
  }
}

/**
 * SQLSTATE classes of errors that the values cause: cardinality, data,
 * integrity and program limits.
 */
const POSTGRES_BLAMES_VALUES = /^(21|22|23|54)[0-9A-Z]{3}$/;
const SQLITE_BLAMES_VALUES = /^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG)/;

/** Whether the same values would fail again on a healthy database. */
function blamesValues(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    (typeof code === 'string' &&
      (POSTGRES_BLAMES_VALUES.test(code) || SQLITE_BLAMES_VALUES.test(code)))
  );
}

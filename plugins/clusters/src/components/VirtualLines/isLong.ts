/** Of more rows or cards, only those that are seen are made. */
const MOST = 100;

/**
 * Whether a list is too long to make all of it.
 *
 * @param total - how many there will be, if more than there are
 */
export function isLong(rows: readonly unknown[], total = rows.length): boolean {
  return Math.max(total, rows.length) > MOST;
}

import { setTimeout as sleep } from 'node:timers/promises';

/** How long a query is repeated in all, and the pause between two attempts. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/**
 * Repeats a query while another process holds the lock of an SQLite file. If
 * SQLite itself waited, it would block this thread and with it all requests.
 *
 * @throws the error of the query when the lock is still held after the last
 * attempt
 */
export async function retryWhileLocked<T>(
  query: () => PromiseLike<T>,
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (!isLocked(error) || performance.now() > end) {
        throw error;
      }
      await sleep(PAUSE_MS);
    }
  }
}

function isLocked(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code);
}

import { setTimeout as sleep } from 'node:timers/promises';

/** How long a lock of another process is waited for. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/**
 * Runs a query again while another process has SQLite locked. SQLite itself
 * would wait in our thread, and every request with it.
 *
 * @throws what the query threw, when the lock is still held after a while
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

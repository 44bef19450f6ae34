import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a check no longer throws.
 *
 * @throws the last error of the check, after the time given in milliseconds
 */
export async function waitFor<T>(
  check: () => T | Promise<T>,
  timeoutMs = 180_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await sleep(20);
    }
  }
}

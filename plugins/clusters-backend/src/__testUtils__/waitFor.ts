import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a check no longer throws.
 *
 * @throws what the check threw last, after the time given in milliseconds
 */
export async function waitFor<T>(
  check: () => T | Promise<T>,
  timeoutMs = 20_000,
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

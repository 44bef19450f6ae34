import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 10;

/**
 * The first answer that is not undefined or false, asked again and again.
 *
 * @throws Error when there is none within the time given in milliseconds
 */
export async function eventually<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`not so within ${timeoutMs} ms: ${ask}`);
    }
    await sleep(LOOK_MS);
  }
}

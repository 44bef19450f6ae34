import { waitFor } from './waitFor';

/**
 * Asks repeatedly, and returns the first answer that is not undefined or
 * false.
 *
 * @throws Error when there is none within the time given in milliseconds, or
 *   the last error
 */
export async function eventually<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  timeoutMs?: number,
): Promise<T> {
  return await waitFor(async () => {
    const answer = await ask();
    if (answer === undefined || answer === false) {
      throw new Error(`still not so: ${ask}`);
    }
    return answer;
  }, timeoutMs);
}

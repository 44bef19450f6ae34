import type { Octokit } from '@octokit/rest';
import { setTimeout as delay } from 'node:timers/promises';
import { limitWait } from './limitWait';

/** How long all requests of one run together wait; somebody may look on. */
const MAX_WAIT_MS = 20_000;
/** A wait that GitHub names as none still costs something. */
const MIN_WAIT_MS = 100;

/**
 * Repeats requests that a rate limit refused, when its end is near. GitHub did
 * nothing of what it refuses, so that writes are repeated, too.
 *
 * @param signal - ends a wait, as when the task is cancelled
 */
export function waitForLimits(octokit: Octokit, signal?: AbortSignal): void {
  let left = MAX_WAIT_MS;
  octokit.hook.wrap('request', async (request, options) => {
    for (;;) {
      try {
        return await request(options);
      } catch (error) {
        const { status, message, response } = error as {
          status?: number;
          message?: string;
          response?: { headers?: Record<string, unknown> };
        };
        const asked = limitWait(
          { status, headers: response?.headers, said: message },
          Date.now(),
        );
        const wait = Math.max(asked ?? Infinity, MIN_WAIT_MS);
        if (wait > left || signal?.aborted) {
          throw error;
        }
        left -= wait;
        await delay(wait, undefined, { signal });
      }
    }
  });
}

/**
 * A `fetch` whose answers have a deadline: Octokit itself waits as long as the
 * connection is open.
 */
export function githubFetch(timeoutMs: number): typeof fetch {
  return async (input, init) => {
    try {
      return await fetch(input, {
        ...init,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') {
        throw new Error(`no answer within ${timeoutMs / 1_000} seconds`);
      }
      throw error;
    }
  };
}

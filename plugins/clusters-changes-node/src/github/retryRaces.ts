import { ConflictError } from '@backstage/errors';
import { isRace } from './GithubRequestError';

/** How often a run begins again after a concurrent run was faster. */
const MAX_RUNS = 5;

/**
 * Repeats a run that a concurrent one overtook: it reads the state again.
 *
 * @param what - what is proposed, as the error names it
 * @throws ConflictError when others are faster each time
 */
export async function retryRaces<T>(
  what: string,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRace(error)) {
        throw error;
      }
      if (run === MAX_RUNS) {
        throw new ConflictError(
          `${what} is being proposed by others at the same time: try again in a minute`,
          error,
        );
      }
    }
  }
}

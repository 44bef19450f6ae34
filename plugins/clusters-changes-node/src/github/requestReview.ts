import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ownerRef,
  type PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import type { GithubRepository } from './GithubRepository';

/**
 * Requests the review of the teams that the configuration names for the owners
 * of a cluster. A team that GitHub refuses, for example because it may not read
 * the repository, is logged: the pull request is there all the same.
 */
export async function requestReview(
  { octokit, name }: GithubRepository,
  number: number,
  options: {
    /** The owner of the cluster, and the one until now. */
    owners: readonly (string | undefined)[];
    reviewers: PlatformRepository['reviewers'];
    logger: LoggerService;
  },
): Promise<void> {
  const owners = options.owners.flatMap(owner =>
    owner === undefined ? [] : [ownerRef(owner)],
  );
  const teams = options.reviewers
    .filter(({ group }) => owners.includes(ownerRef(group)))
    .map(({ team }) => team);
  const request = (wanted: string[]) =>
    octokit.pulls.requestReviewers({
      ...name,
      pull_number: number,
      team_reviewers: wanted,
    });
  const all = [...new Set(teams)];
  if (all.length === 0) {
    return;
  }
  try {
    await request(all);
  } catch {
    // GitHub refuses all of them because of one: each is asked for itself.
    for (const team of all) {
      await request([team]).catch(error => {
        options.logger.warn(
          `The team ${team} could not be asked for a review of pull request ${number}: ${error}`,
        );
      });
    }
  }
}

import type { ScmIntegrations } from '@backstage/integration';
import { type ClusterOperation, titleOf } from './ClusterOperation';
import { type ClusterPlace, specPathOf } from './ClusterPlace';
import { readCommitTrailers } from './commitTrailers';
import { readAnswer } from './githubAnswers';
import { openGithubRepository } from './GithubRepository';

/** How many commits of a `cluster.yaml` are looked at. */
const MAX_COMMITS = 50;

/**
 * Who requested the newest change of a kind that was merged: `user:default/jane`.
 * Undefined when a service did, or when no commit in the base branch says so, as
 * after a merge whose message was written anew.
 *
 * @public
 */
export async function lastRequester(options: {
  place: ClusterPlace;
  operation: ClusterOperation;
  integrations: ScmIntegrations;
}): Promise<string | undefined> {
  const { place, operation, integrations } = options;
  const { baseBranch, path } = place.repository;
  const github = await openGithubRepository(place.repository, integrations);
  const commits = await readAnswer(
    'messages',
    github,
    github.octokit.repos.listCommits({
      ...github.name,
      sha: baseBranch,
      path: [path, specPathOf(place)].filter(Boolean).join('/'),
      per_page: MAX_COMMITS,
    }),
  );
  const title = titleOf(operation);
  // A squash merge adds the number of the pull request to the title.
  const newest = commits.find(({ commit }) => commit.message.startsWith(title));
  return newest && readCommitTrailers(newest.commit.message)?.requester;
}

import type { ScmIntegrations } from '@backstage/integration';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { readAnswer } from './githubAnswers';
import { openGithubRepository } from './GithubRepository';

/**
 * A pull request of a platform repository, and what became of it.
 *
 * @public
 */
export type PullRequestState = {
  number: number;
  url: string;
  title: string;
  /** `closed` when it was closed and not merged. */
  state: 'open' | 'merged' | 'closed';
};

/**
 * Reads a pull request of a platform repository.
 *
 * @public
 */
export async function readPullRequest(options: {
  repository: PlatformRepository;
  number: number;
  integrations: ScmIntegrations;
}): Promise<PullRequestState> {
  const { repository, integrations } = options;
  const github = await openGithubRepository(repository, integrations);
  const pull = await readAnswer(
    'pullState',
    github,
    github.octokit.pulls.get({ ...github.name, pull_number: options.number }),
  );
  return {
    ...{ number: pull.number, url: pull.html_url, title: pull.title },
    state: pull.merged ? 'merged' : pull.state,
  };
}

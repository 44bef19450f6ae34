import type { ScmIntegrations } from '@backstage/integration';
import { type ClusterPlace, specPathOf } from './ClusterPlace';
import { readAnswer } from './githubAnswers';
import { isGithubStatus } from './GithubRequestError';
import {
  type GithubRepository,
  openGithubRepository,
} from './GithubRepository';
import { branchName, type OpenPull } from './openChanges';

/** A name is rarely given twice, and a creation rarely given up so often. */
const MAX_PULLS = 30;

/**
 * The number of the pull request that created a cluster: the last one that was
 * merged, else the open one. Undefined when there is none, as for a cluster
 * whose files were committed by hand.
 *
 * @public
 */
export async function findCreation(options: {
  place: ClusterPlace;
  integrations: ScmIntegrations;
}): Promise<number | undefined> {
  const { place, integrations } = options;
  const { repository } = place;
  const github = await openGithubRepository(repository, integrations);
  const { octokit, name } = github;
  const head = branchName('create', place.name);
  const of = { ...name, head: `${name.owner}:${head}`, per_page: MAX_PULLS };
  const { baseBranch: base } = repository;
  const listed = await readAnswer(
    'pulls',
    github,
    octokit.pulls.list({ ...of, base, state: 'all' }),
  );
  const pulls = listed
    .filter(
      pull =>
        pull.head.ref === head && pull.head.repo?.id === pull.base.repo.id,
    )
    .sort((a, b) => b.number - a.number);
  const found =
    pulls.find(pull => pull.merged_at) ??
    pulls.find(pull => pull.state === 'open');
  return found && (await hasCluster(github, found, place))
    ? found.number
    : undefined;
}

/** A cluster of the same name may have been in another environment before. */
async function hasCluster(
  github: GithubRepository,
  { head }: OpenPull,
  place: ClusterPlace,
): Promise<boolean> {
  const path = [place.repository.path, specPathOf(place)]
    .filter(Boolean)
    .join('/');
  const { octokit, name } = github;
  try {
    await readAnswer(
      'file',
      github,
      octokit.repos.getContent({
        ...name,
        path,
        ref: head.sha,
        mediaType: { format: 'raw' },
      }),
    );
    return true;
  } catch (error) {
    if (isGithubStatus(error, 404)) {
      return false;
    }
    throw error;
  }
}

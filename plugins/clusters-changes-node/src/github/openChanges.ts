import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { z } from 'zod';
import { type githubAnswers, readAnswer } from './githubAnswers';
import type { GithubRepository } from './GithubRepository';
import { type ClusterOperation, operationNames } from './ClusterOperation';

/** More open pull requests than any repository is expected to have. */
const MAX_PULLS = 1_000;
/** GitHub's largest page. */
const PER_PAGE = 100;

/**
 * A change of a cluster that waits to be merged.
 *
 * @public
 */
export type OpenChange = {
  operation: ClusterOperation;
  /** `clusterworks/upgrade-payments-dev`. */
  branch: string;
  number: number;
  url: string;
  title: string;
};

/** Name of the branch of an operation; always the same for the same cluster. */
export function branchName(
  operation: ClusterOperation,
  cluster: string,
): string {
  return `clusterworks/${operation}-${cluster}`;
}

/**
 * Our open pull requests about a cluster, the oldest first. Branches of forks
 * are not ours, whatever their names are.
 */
export async function openChanges(
  github: GithubRepository,
  options: { baseBranch: string; cluster: string },
): Promise<OpenChange[]> {
  const branches = new Map(
    operationNames.map(operation => [
      branchName(operation, options.cluster),
      operation,
    ]),
  );
  const pulls = await openPulls(github, options.baseBranch);
  return pulls
    .flatMap(pull => {
      const operation = branches.get(pull.head.ref);
      return operation && pull.head.repo?.id === pull.base.repo.id
        ? [
            {
              operation,
              branch: pull.head.ref,
              number: pull.number,
              url: pull.html_url,
              title: pull.title,
            },
          ]
        : [];
    })
    .sort((a, b) => a.number - b.number);
}

/** An open pull request, of whoever. */
export type OpenPull = z.output<(typeof githubAnswers)['pulls']>[number];

/** All open pull requests to a branch. */
export async function openPulls(
  github: GithubRepository,
  base: string,
): Promise<OpenPull[]> {
  const { octokit, name } = github;
  const all: OpenPull[] = [];
  for (let page = 1; all.length <= MAX_PULLS; page += 1) {
    // Octokit's own loop over pages does not check what GitHub sent.
    const pulls = await readAnswer(
      'pulls',
      github,
      octokit.pulls.list({
        ...name,
        state: 'open',
        base,
        per_page: PER_PAGE,
        page,
      }),
    );
    all.push(...pulls);
    if (pulls.length < PER_PAGE) {
      return all;
    }
  }
  throw new ServiceUnavailableError(
    `${name.owner}/${name.repo} has more than ${MAX_PULLS} open pull requests`,
  );
}

/** @throws ConflictError that names the change that is already open */
export function refuseSecond(cluster: string, open: OpenChange): never {
  throw new ConflictError(
    `${cluster} has an open change already, "${open.title}": ${open.url}. Continue that one, merge it or close it first`,
  );
}

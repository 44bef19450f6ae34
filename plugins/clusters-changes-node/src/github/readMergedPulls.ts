import type { ScmIntegrations } from '@backstage/integration';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import type { ClusterOperation } from './ClusterOperation';
import { readAnswer } from './githubAnswers';
import { openGithubRepository } from './GithubRepository';
import { ownChangeOf } from './ownChangeOf';

/** Pull requests per request: each is 20 kB of JSON. */
const PER_PAGE = 50;
/** Pull requests that a repository closes in a day are fewer than these. */
const MAX_PAGES = 6;

/**
 * A pull request of ours that was merged.
 *
 * @public
 */
export type MergedPull = {
  operation: ClusterOperation;
  cluster: string;
  number: number;
  /** Its page, in the repository that was asked. */
  url: string;
  title: string;
  /** RFC 3339. */
  mergedAt: string;
  /** The account that opened it. */
  author?: string;
};

/**
 * The merged pull requests of a repository, and whether these are all.
 *
 * @public
 */
export type MergedPulls = { pulls: MergedPull[]; isComplete: boolean };

/**
 * Reads which pull requests of ours were merged into the base branch since a
 * time, the newest first.
 *
 * @param options - `since`: milliseconds since 1970
 *
 * @public
 */
export async function readMergedPulls(options: {
  repository: PlatformRepository;
  integrations: ScmIntegrations;
  since: number;
}): Promise<MergedPulls> {
  const { repository, since } = options;
  const github = await openGithubRepository(repository, options.integrations);
  const found = new Map<number, MergedPull>();
  let isComplete = false;
  for (let page = 1; page <= MAX_PAGES && !isComplete; page += 1) {
    const closed = await readAnswer(
      'closedPulls',
      github,
      github.octokit.pulls.list({
        ...github.name,
        ...{ state: 'closed', base: repository.baseBranch },
        ...{ sort: 'updated', direction: 'desc', per_page: PER_PAGE, page },
      }),
    );
    for (const pull of closed) {
      const change = ownChangeOf(pull);
      const at = pull.merged_at ?? undefined;
      if (
        change &&
        at !== undefined &&
        Date.parse(at) >= since &&
        pull.base.ref === repository.baseBranch
      ) {
        // One that is updated meanwhile moves from page to page.
        found.set(pull.number, {
          ...{ ...change, number: pull.number, title: pull.title },
          // Not the address in the answer, which could be any.
          url: `${repository.url}/pull/${pull.number}`,
          mergedAt: new Date(at).toISOString(),
          ...(pull.user ? { author: pull.user.login } : {}),
        });
      }
    }
    // Nothing is merged after its last update.
    isComplete =
      closed.length < PER_PAGE ||
      closed.some(({ updated_at: at }) => Date.parse(at) < since);
  }
  const pulls = [...found.values()].sort(
    (a, b) => Date.parse(b.mergedAt) - Date.parse(a.mergedAt),
  );
  return { pulls, isComplete };
}

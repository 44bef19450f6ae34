import type { SimulatedPullRequest } from './SimulatedPullRequest';
import type { SimulatedRepository } from './SimulatedRepository';
import { GithubError } from './GithubError';

/**
 * Opens a pull request between two branches of the same repository.
 *
 * @throws GithubError 422 for an unknown branch, no commits, or a second one
 */
export async function createPullRequest(
  repository: SimulatedRepository,
  options: {
    title: string;
    body: string | null;
    head: string;
    base: string;
    draft: boolean;
    author: string;
  },
): Promise<SimulatedPullRequest> {
  return repository.exclusively(async () => {
    const { git, pulls } = repository;
    const head = options.head.replace(`${repository.owner}:`, '');
    const [headSha, baseSha] = await Promise.all([
      git.readRef(`refs/heads/${head}`),
      git.readRef(`refs/heads/${options.base}`),
    ]);
    const resource = 'PullRequest';
    if (!headSha || !baseSha) {
      throw GithubError.invalid(
        ...(headSha ? [] : [{ resource, field: 'head', code: 'invalid' }]),
        ...(baseSha ? [] : [{ resource, field: 'base', code: 'invalid' }]),
      );
    }
    const open = pulls
      .list()
      .find(
        p => p.state === 'open' && p.head === head && p.base === options.base,
      );
    if (open) {
      throw GithubError.invalid({
        resource,
        code: 'custom',
        message: `A pull request already exists for ${repository.owner}:${head}.`,
      });
    }
    if (await git.isAncestor(headSha, baseSha)) {
      throw GithubError.invalid({
        resource,
        code: 'custom',
        message: `No commits between ${options.base} and ${head}`,
      });
    }
    const now = new Date().toISOString();
    const pull: SimulatedPullRequest = {
      number: pulls.nextNumber(),
      title: options.title,
      body: options.body,
      author: options.author,
      state: 'open',
      draft: options.draft,
      requestedTeams: [],
      head,
      base: options.base,
      headSha,
      baseSha,
      mergeCommitSha: null,
      mergedBy: null,
      createdAt: now,
      updatedAt: now,
      closedAt: null,
      mergedAt: null,
    };
    await pulls.put(pull);
    return pull;
  });
}

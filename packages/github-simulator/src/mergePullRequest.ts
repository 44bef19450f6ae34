import type { SimulatedPullRequest } from './SimulatedPullRequest';
import type { SimulatedRepository } from './SimulatedRepository';
import { signatureOf } from './SimulatedRepository';
import { GithubError } from './GithubError';
import { mergeTrees } from './git';

/** The ways GitHub offers to merge; `rebase` is not simulated. */
export type MergeMethod = 'merge' | 'squash';

/** Whether a pull request's branches merge, and into which tree. */
export async function tryMerge(
  repository: SimulatedRepository,
  pull: SimulatedPullRequest,
): Promise<{ tree: string } | { conflicts: string[] }> {
  const { git } = repository;
  const base = await git.mergeBase(pull.baseSha, pull.headSha);
  if (!base) {
    return { conflicts: ['the branches share no history'] };
  }
  const result = await mergeTrees(git, {
    base,
    ours: pull.baseSha,
    theirs: pull.headSha,
  });
  return result.tree
    ? { tree: result.tree }
    : { conflicts: result.conflicts ?? [] };
}

/**
 * Merges an open pull request into its base branch and removes its head branch
 * (the repositories here have "delete branch on merge" switched on).
 *
 * @throws GithubError 405 when it cannot be merged, 409 when its head moved
 */
export async function mergePullRequest(
  repository: SimulatedRepository,
  options: {
    number: number;
    actor: string;
    method?: MergeMethod;
    /** The head that the caller looked at. */
    expectedHead?: string;
    title?: string;
    message?: string;
  },
): Promise<{ sha: string }> {
  return repository.exclusively(async () => {
    const pull = repository.pulls.get(options.number);
    if (!pull) {
      throw GithubError.notFound();
    }
    if (pull.state !== 'open' || pull.draft) {
      throw new GithubError(405, 'Pull Request is not mergeable');
    }
    if (options.expectedHead && options.expectedHead !== pull.headSha) {
      throw new GithubError(
        409,
        'Head branch was modified. Review and try the merge again.',
      );
    }
    const merged = await tryMerge(repository, pull);
    if (!('tree' in merged)) {
      throw new GithubError(405, 'Pull Request is not mergeable');
    }
    const sha = await writeMergeCommit(repository, pull, merged.tree, options);
    const now = new Date().toISOString();
    await repository.moveRef({
      ref: `refs/heads/${pull.base}`,
      from: pull.baseSha,
      to: sha,
      actor: options.actor,
      // Closed before it would follow its base, so that it keeps its commits.
      settle: () =>
        repository.pulls.put({
          ...pull,
          state: 'closed',
          mergeCommitSha: sha,
          mergedBy: options.actor,
          mergedAt: now,
          closedAt: now,
          updatedAt: now,
        }),
    });
    await repository.moveRef({
      ref: `refs/heads/${pull.head}`,
      from: pull.headSha,
      actor: options.actor,
    });
    return { sha };
  });
}

async function writeMergeCommit(
  repository: SimulatedRepository,
  pull: SimulatedPullRequest,
  tree: string,
  options: {
    actor: string;
    method?: MergeMethod;
    title?: string;
    message?: string;
  },
): Promise<string> {
  const squash = options.method === 'squash';
  const title =
    options.title ??
    (squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}`);
  const body = options.message ?? (squash ? pull.body ?? '' : pull.title);
  const signature = signatureOf(options.actor);
  return repository.git.writeCommit({
    tree,
    parents: squash ? [pull.baseSha] : [pull.baseSha, pull.headSha],
    message: body ? `${title}\n\n${body}` : title,
    author: signature,
    committer: signature,
  });
}

import {
  type ChangePlan,
  isExecutable,
} from '@clusterworks/plugin-clusters-blueprint';
import type { BaseBranch } from './BaseBranch';
import type { BranchHistory } from './BranchHistory';
import type { BranchState } from './ClusterBranch';
import type { GithubRepository } from './GithubRepository';

/** What a commit of ours is based on. */
export interface CommitContext {
  github: GithubRepository;
  base: BaseBranch;
  /** The branch that the commit is for. */
  state: BranchState;
  history: BranchHistory | undefined;
  /** Whether the commit replaces those on the branch, or is added to them. */
  how: 'replace' | 'add';
  message: string;
}

/**
 * Creates the commit of a plan, but moves no branch.
 *
 * @returns its SHA; that of the branch when the branch holds the same already
 * @throws ConflictError when the branch contains other people's commits
 */
export async function writeCommit(
  plan: ChangePlan,
  { github, base, state, history, how, message }: CommitContext,
): Promise<string> {
  const { octokit, name } = github;
  const tree = await octokit.git.createTree({
    ...name,
    base_tree: base.treeSha,
    tree: treeEntries(base.prefix, plan),
  });
  const isCurrent = history?.mergeBase === base.commitSha;
  if (state.sha && isCurrent && history.tree === tree.data.sha) {
    // The branch is already up to date, so a repeated run does not touch it.
    return state.sha;
  }
  const { data } = await octokit.git.createCommit({
    ...name,
    message,
    tree: tree.data.sha,
    parents:
      how === 'add' && state.sha
        ? [state.sha, ...(isCurrent ? [] : [base.commitSha])]
        : [base.commitSha],
  });
  history?.checkOurs({
    sha: data.sha,
    message: data.message,
    tree: data.tree.sha,
    author: data.author.name,
    email: data.author.email,
    verified: data.verification?.verified ?? false,
  });
  return data.sha;
}

function treeEntries(prefix: string, plan: ChangePlan) {
  const written = Object.entries(plan.write).map(([path, content]) => ({
    path: prefix + path,
    mode: isExecutable(path) ? ('100755' as const) : ('100644' as const),
    type: 'blob' as const,
    content,
  }));
  const removed = plan.delete.map(path => ({
    path: prefix + path,
    mode: '100644' as const,
    type: 'blob' as const,
    sha: null,
  }));
  return [...written, ...removed];
}

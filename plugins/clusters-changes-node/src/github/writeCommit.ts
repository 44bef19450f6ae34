import {
  type ChangePlan,
  isExecutable,
} from '@clusterworks/plugin-clusters-blueprint';
import type { BaseBranch } from './BaseBranch';
import type { BranchHistory } from './BranchHistory';
import type { BranchState } from './ClusterBranch';
import { readAnswer } from './githubAnswers';
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
  const tree = await readAnswer(
    'createdTree',
    github,
    octokit.git.createTree({
      ...name,
      base_tree: base.treeSha,
      tree: treeEntries(base.prefix, plan),
    }),
  );
  const isCurrent = history?.mergeBase === base.commitSha;
  if (state.sha && isCurrent && history.tree === tree.sha) {
    // The branch is already up to date, so a repeated run does not touch it.
    return state.sha;
  }
  const created = await readAnswer(
    'createdCommit',
    github,
    octokit.git.createCommit({
      ...name,
      message,
      tree: tree.sha,
      parents:
        how === 'add' && state.sha
          ? [state.sha, ...(isCurrent ? [] : [base.commitSha])]
          : [base.commitSha],
    }),
  );
  history?.checkOurs({
    sha: created.sha,
    message: created.message,
    tree: created.tree.sha,
    author: created.author.name,
    email: created.author.email,
    verified: created.verification?.verified ?? false,
  });
  return created.sha;
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

import { LoggerService } from '@backstage/backend-plugin-api';
import { isExecutable } from '@clusterworks/plugin-clusters-blueprint';
import { clusterFolder, ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { BaseBranch } from './BaseBranch';
import { BranchState, ClusterBranch, OpenPullRequest } from './ClusterBranch';
import { GithubRepository } from './GithubRepository';
import { ClusterChange, ClusterOperation } from './planClusterChange';
import { PullRequestText } from './pullRequestText';

/** What {@link writePullRequest} works with. */
export interface PullRequestInput {
  github: GithubRepository;
  base: BaseBranch;
  baseBranch: string;
  spec: ClusterSpec;
  operation: ClusterOperation;
  change: ClusterChange;
  text: PullRequestText;
  logger: LoggerService;
}

/** Name of the branch of an operation; always the same for the same cluster. */
export function branchName(operation: ClusterOperation, cluster: string) {
  return `clusterworks/${operation}-${cluster}`;
}

/**
 * Puts a planned change on the cluster's branch and opens or updates its pull
 * request. Objects come first, then the branch, then the pull request; when
 * that fails, the branch is put back as it was, so that no half of it stays.
 *
 * @throws ConflictError when the branch holds other people's work
 */
export async function writePullRequest(
  input: PullRequestInput,
): Promise<OpenPullRequest & { branch: string }> {
  const { github, base, spec, operation, text, logger } = input;
  const { name, owner } = spec.metadata;
  const branch = new ClusterBranch(
    github,
    branchName(operation, name),
    input.baseBranch,
  );
  const state = await branch.read();
  const folder = clusterFolder({ environment: spec.spec.environment, name });
  const specPath = `${base.prefix}${folder}/cluster.yaml`;
  await branch.checkReplaceable(state, specPath, owner);
  const sha = await writeCommit(input, state);
  const undo =
    sha === state.sha ? async () => {} : await branch.moveTo(sha, state);
  try {
    return { ...(await branch.propose(text, state)), branch: branch.name };
  } catch (error) {
    await undo().catch(reason => {
      logger.error(
        `Branch ${branch.name} could not be put back, remove it by hand: ${reason}`,
      );
    });
    throw error;
  }
}

async function writeCommit(
  { github, base, change, text }: PullRequestInput,
  state: BranchState,
): Promise<string> {
  const { octokit, name } = github;
  const tree = await octokit.git.createTree({
    ...name,
    base_tree: base.treeSha,
    tree: treeEntries(base.prefix, change),
  });
  if (state.sha) {
    const { data } = await octokit.git.getCommit({
      ...name,
      commit_sha: state.sha,
    });
    const parent = data.parents[0]?.sha;
    if (data.tree.sha === tree.data.sha && parent === base.commitSha) {
      // The branch is what it should be: a repeated run leaves it alone.
      return state.sha;
    }
  }
  const commit = await octokit.git.createCommit({
    ...name,
    message: text.commitMessage,
    tree: tree.data.sha,
    parents: [base.commitSha],
  });
  return commit.data.sha;
}

function treeEntries(prefix: string, { plan }: ClusterChange) {
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

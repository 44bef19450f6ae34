import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { RenderWarning } from '@clusterworks/plugin-clusters-blueprint';
import type {
  BlastRadius,
  Markdown,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { RangeOverlap } from '../addresses';
import type { BaseBranch } from './BaseBranch';
import type { BranchState, OpenPullRequest } from './ClusterBranch';
import { ClusterBranch } from './ClusterBranch';
import type { GithubRepository } from './GithubRepository';
import type { StillRunsOrUnknown } from './checkRemovable';
import type { ClusterOperation } from './ClusterOperation';
import { isChangeOperation } from './checkChange';
import { specPathOf } from './ClusterPlace';
import { isRace } from './GithubRequestError';
import {
  branchName,
  type OpenChange,
  openChanges,
  refuseSecond,
} from './openChanges';
import type { ClusterChange } from './planClusterChange';
import { pullRequestText } from './pullRequestText';
import type { Requester } from './Requester';
import { writeCommit } from './writeCommit';

/** The data and dependencies of {@link writePullRequest}. */
export interface PullRequestInput {
  github: GithubRepository;
  base: BaseBranch;
  baseBranch: string;
  spec: ClusterSpec;
  operation: ClusterOperation;
  change: ClusterChange;
  requester: Requester;
  portalUrl?: string;
  /**
   * Shown in the pull request in addition to the rendered cluster's warnings.
   */
  warnings: RenderWarning[];
  /** Overlaps that the requester wants, and why. */
  acknowledged?: RangeOverlap[];
  acknowledgement?: string;
  /** What the change is part of. */
  note?: Markdown;
  /** The owner of the cluster in the base branch, if it exists there. */
  ownerBefore?: string;
  /** What the change does to running nodes, or why that is not known. */
  blastRadius?: BlastRadius | { unknown: string };
  /** What still runs in a cluster that is taken down. */
  stillRuns?: StillRunsOrUnknown;
  /** How the requester of a removal knows that the cluster is gone. */
  confirmedGone?: string;
  /** The change that is already open, and whether to continue it. */
  open?: OpenChange;
  continueOpen?: boolean;
  signal?: AbortSignal;
  logger: LoggerService;
}

/**
 * Writes a planned change to the cluster's branch, and opens or updates its
 * pull request. Git objects are created first, then the branch, then the pull
 * request. If the pull request fails, the branch is put back as it was.
 *
 * Another person's proposal is never replaced: a member of the owner adds a
 * commit to it, others are refused.
 *
 * @throws ConflictError when the branch contains other people's commits
 */
export async function writePullRequest(
  input: PullRequestInput,
): Promise<OpenPullRequest & { branch: string }> {
  const { github, base, spec, operation, requester, logger } = input;
  const { name, owner } = spec.metadata;
  const branch = new ClusterBranch(
    github,
    input.continueOpen && input.open
      ? input.open.branch
      : branchName(operation, name),
    input.baseBranch,
  );
  const state = await branch.read();
  const { environment } = spec.spec;
  const specPath = base.prefix + specPathOf({ environment, name });
  await checkOnlyChange(input, branch, state, specPath);
  const history = await branch.history(state, specPath, owner);
  const how =
    history && state.pull ? history.changeBy(requester, owner) : 'replace';
  const text = pullRequestText(spec, input.change, {
    ...input,
    earlier: how === 'add' ? history?.requesters ?? [] : [],
  });
  input.signal?.throwIfAborted();
  const sha = await writeCommit(input.change.plan, {
    ...{ github, base, state, how, history },
    message: text.commitMessage,
  });
  input.signal?.throwIfAborted();
  const undo =
    sha === state.sha ? async () => {} : await branch.moveTo(sha, state, how);
  try {
    // The branch is taken back below; a pull request that is there stays.
    input.signal?.throwIfAborted();
    const pull = await branch.propose(text, state);
    if (!state.pull) {
      await withdrawSecond(input, branch, pull);
    }
    return { ...pull, branch: branch.name };
  } catch (error) {
    // A concurrent run uses the same branch by now, so it is not put back.
    if (isRace(error) || error instanceof ConflictError) {
      throw error;
    }
    await undo().catch(reason => {
      logger.error(
        `Branch ${branch.name} could not be put back, remove it by hand: ${reason}`,
      );
    });
    throw error;
  }
}

/**
 * Allows one change of a cluster at a time: while one is open, only the same
 * change can be proposed again, or the open one continued.
 */
async function checkOnlyChange(
  { open, continueOpen, operation, spec, change }: PullRequestInput,
  branch: ClusterBranch,
  state: BranchState,
  specPath: string,
): Promise<void> {
  if (!open || continueOpen) {
    return;
  }
  const { name } = spec.metadata;
  if (open.operation !== operation) {
    refuseSecond(name, open);
  }
  if (isChangeOperation(operation) && state.sha) {
    const proposed = await branch.readFile(state.sha, specPath);
    const { environment } = spec.spec;
    if (proposed !== change.rendered.files[specPathOf({ environment, name })]) {
      refuseSecond(name, open);
    }
  }
}

/** When two operations were proposed at the same time, the first one stays. */
async function withdrawSecond(
  { github, baseBranch, spec }: PullRequestInput,
  branch: ClusterBranch,
  pull: OpenPullRequest,
): Promise<void> {
  const { name } = spec.metadata;
  const [first] = await openChanges(github, { baseBranch, cluster: name });
  if (first && first.number < pull.number) {
    await branch.withdraw(pull);
    refuseSecond(name, first);
  }
}

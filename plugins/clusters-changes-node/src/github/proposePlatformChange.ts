import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type FileConflict,
  type PlatformPlan,
  type SharedEffect,
  workflowsOf,
} from '@clusterworks/plugin-clusters-blueprint';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { BaseBranch } from './BaseBranch';
import { ClusterBranch } from './ClusterBranch';
import {
  type GithubRepository,
  openGithubRepository,
} from './GithubRepository';
import { isRace, isRefusal } from './GithubRequestError';
import { checkConflicts, isEmptyPlan } from './planClusterChange';
import { planPlatformChange, type PlatformChange } from './planPlatformChange';
import { platformText } from './platformText';
import { checkRequester, type Requester } from './Requester';
import { retryRaces } from './retryRaces';
import { writeCommit } from './writeCommit';

/** The branch of the operation; one for the whole repository. */
const BRANCH = 'clusterworks/platform-files';

const NO_WORKFLOWS =
  'was not written, because GitHub refuses workflows from the portal: give its GitHub App the permission "Workflows: read and write" (a token: the scope workflow), and run this again';

/**
 * Whose proposal it is, and for which repository.
 *
 * @public
 */
export type PlatformProposalOptions = {
  /** Chosen by `PlatformRepositories`, which knows the allowed repositories. */
  repository: PlatformRepository;
  integrations: ScmIntegrations;
  /** A token of the requester; by default, the integration's credentials. */
  token?: string;
  requester: Requester;
  /** Address of the portal, which the pull request links to. */
  portalUrl?: string;
  /** Ends the run: what it has written until then is taken back. */
  signal?: AbortSignal;
  logger: LoggerService;
};

/**
 * The result of a proposal; without a pull request when nothing would change.
 *
 * @public
 */
export type PlatformProposal = {
  changed: boolean;
  files: string[];
  /** Files that stay as they are, and why. */
  left: FileConflict[];
  /** What the changed shared files do to clusters. */
  effects: SharedEffect[];
  branch?: string;
  pullRequestUrl?: string;
  pullRequestNumber?: number;
};

/**
 * Proposes the files of a platform repository that belong to no cluster, with
 * one pull request. A repeated run updates that pull request. Where GitHub
 * takes no workflows, everything else is proposed, and the workflows are named.
 *
 * @throws ConflictError when shared files that a person edited would be lost,
 * or when the branch has commits of other people
 *
 * @public
 */
export async function proposePlatformChange(
  options: PlatformProposalOptions,
): Promise<PlatformProposal> {
  const { repository, integrations, token } = options;
  checkRequester(options.requester);
  const github = await openGithubRepository(
    repository,
    integrations,
    token,
    options.signal,
  );
  return retryRaces('The platform repository', () => attempt(options, github));
}

async function attempt(
  options: PlatformProposalOptions,
  github: GithubRepository,
): Promise<PlatformProposal> {
  const { repository } = options;
  const base = await BaseBranch.read(github, repository);
  const change = await planPlatformChange(base, repository);
  try {
    return await propose(options, github, base, change);
  } catch (error) {
    const workflows = workflowsOf(change.plan);
    if (!isRefusal(error) || isRace(error) || workflows.length === 0) {
      throw error;
    }
    options.logger.warn(
      `${repository.url} takes no workflows, trying without them: ${error}`,
    );
    const without = workflows.map(path => ({ path, reason: NO_WORKFLOWS }));
    return propose(
      options,
      github,
      base,
      await planPlatformChange(base, repository, without),
    );
  }
}

async function propose(
  options: PlatformProposalOptions,
  github: GithubRepository,
  base: BaseBranch,
  change: PlatformChange,
): Promise<PlatformProposal> {
  const { plan, left, effects } = change;
  checkConflicts(plan);
  if (isEmptyPlan(plan)) {
    return { changed: false, files: [], left, effects };
  }
  const pull = await write(options, github, base, change);
  return {
    changed: true,
    files: filesOf(change),
    ...{ left, effects },
    branch: BRANCH,
    pullRequestUrl: pull.url,
    pullRequestNumber: pull.number,
  };
}

function filesOf({ plan }: PlatformPlan): string[] {
  return [...Object.keys(plan.write), ...plan.delete].sort();
}

/** Writes commit, branch and pull request; puts the branch back on failure. */
async function write(
  { repository, requester, portalUrl, signal, logger }: PlatformProposalOptions,
  github: GithubRepository,
  base: BaseBranch,
  change: PlatformChange,
) {
  const branch = new ClusterBranch(github, BRANCH, repository.baseBranch);
  const state = await branch.read();
  const history = await branch.commits(state);
  // Whoever may do this may add to it, but nobody replaces what others asked.
  const others = history?.requesters.some(ref => ref !== requester.ref);
  const how = state.pull && others ? 'add' : 'replace';
  const text = platformText(change, {
    ...change,
    requester,
    portalUrl,
    earlier: how === 'add' ? history?.requesters ?? [] : [],
  });
  signal?.throwIfAborted();
  const sha = await writeCommit(change.plan, {
    ...{ github, base, state, history, how },
    message: text.commitMessage,
  });
  signal?.throwIfAborted();
  const undo =
    sha === state.sha ? async () => {} : await branch.moveTo(sha, state, how);
  try {
    signal?.throwIfAborted();
    return await branch.propose(text, state);
  } catch (error) {
    if (isRace(error) || error instanceof ConflictError) {
      throw error;
    }
    await undo().catch(reason => {
      logger.error(
        `Branch ${BRANCH} could not be put back, remove it by hand: ${reason}`,
      );
    });
    throw error;
  }
}

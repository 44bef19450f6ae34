import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { readCommitTrailers } from './commitTrailers';
import type { ClusterOperation } from './ClusterOperation';
import { readAnswer } from './githubAnswers';
import { isGithubStatus, isRefusal } from './GithubRequestError';
import {
  type GithubRepository,
  openGithubRepository,
} from './GithubRepository';
import { ownChangeOf } from './ownChangeOf';

/** The workflow that applies what is merged, by its file. */
const APPLY = /(^|\/)terraform-apply\.ya?ml(@|$)/;

/**
 * A check or a workflow run on GitHub.
 *
 * @public
 */
export type PullCheck = {
  name: string;
  state: 'running' | 'passed' | 'failed';
  url?: string;
  /** When it ended, or began. */
  at?: string;
};

/**
 * How far a pull request of ours is, as GitHub tells it.
 *
 * @public
 */
export type PullProgress = {
  cluster: string;
  operation: ClusterOperation;
  number: number;
  url: string;
  title: string;
  state: 'open' | 'merged' | 'closed';
  openedAt: string;
  /** When it was merged or closed. */
  endedAt?: string;
  /** Users and teams whose review was requested and has not been given. */
  reviewers: string[];
  /** References of the users who requested the change. */
  requesters: string[];
  /** Undefined where they may not be read. */
  checks?: PullCheck[];
  /** The run that applies the merge; undefined where none is seen. */
  applyRun?: PullCheck;
};

/**
 * Reads how far a pull request is.
 *
 * @throws NotFoundError when it is none of ours
 *
 * @public
 */
export async function readPullProgress(options: {
  repository: PlatformRepository;
  integrations: ScmIntegrations;
  number: number;
}): Promise<PullProgress> {
  const { repository, integrations, number } = options;
  const github = await openGithubRepository(repository, integrations);
  const { octokit, name } = github;
  const pull = await readAnswer(
    'pullDetail',
    github,
    octokit.pulls.get({ ...name, pull_number: number }),
  ).catch(error => {
    throw isGithubStatus(error, 404)
      ? new NotFoundError(`There is no pull request ${number}`)
      : error;
  });
  const change = ownChangeOf(pull);
  if (!change) {
    throw new NotFoundError(`Pull request ${number} changes no cluster`);
  }
  const commits = await readAnswer(
    'pullCommits',
    github,
    octokit.pulls.listCommits({ ...name, pull_number: number, per_page: 100 }),
  );
  const checks = await checksOf(github, pull.head.sha);
  const applyRun =
    pull.merged_at && pull.merge_commit_sha
      ? await applyRunOf(github, pull.merge_commit_sha)
      : undefined;
  return {
    ...{ ...change, number, title: pull.title },
    url: pull.html_url,
    state: pull.merged_at ? 'merged' : pull.state,
    openedAt: pull.created_at,
    ...(pull.closed_at ? { endedAt: pull.merged_at ?? pull.closed_at } : {}),
    reviewers: [
      ...pull.requested_reviewers.map(({ login }) => login),
      ...pull.requested_teams.map(team => team.name),
    ],
    requesters: commits.flatMap(
      ({ commit }) => readCommitTrailers(commit.message)?.requester ?? [],
    ),
    ...(checks ? { checks } : {}),
    ...(applyRun ? { applyRun } : {}),
  };
}

/** Undefined for a token without the right to read them. */
async function checksOf(
  github: GithubRepository,
  ref: string,
): Promise<PullCheck[] | undefined> {
  try {
    const { check_runs: runs } = await readAnswer(
      'checkRuns',
      github,
      github.octokit.checks.listForRef({ ...github.name, ref, per_page: 100 }),
    );
    return runs.map(run => ({
      ...checkOf(run),
      ...atOf(run.completed_at ?? run.started_at),
    }));
  } catch (error) {
    return refusedOrThrow(error);
  }
}

/** The newest run of the workflow that applies; one of them may be enough. */
async function applyRunOf(
  github: GithubRepository,
  head_sha: string,
): Promise<PullCheck | undefined> {
  try {
    const { workflow_runs: runs } = await readAnswer(
      'workflowRuns',
      github,
      github.octokit.actions.listWorkflowRunsForRepo({
        ...github.name,
        ...{ head_sha, per_page: 100 },
      }),
    );
    const [newest] = runs.filter(({ path }) => APPLY.test(path ?? ''));
    if (!newest) {
      return undefined;
    }
    const run = checkOf({ ...newest, name: newest.name ?? 'Terraform apply' });
    // A run that goes on is updated with each of its steps.
    const { run_started_at: begun, updated_at: ended } = newest;
    return { ...run, ...atOf(run.state === 'running' ? begun : ended) };
  } catch (error) {
    return refusedOrThrow(error);
  }
}

/** A rate limit refuses for a while, and says nothing about rights. */
function refusedOrThrow(error: unknown): undefined {
  if (isRefusal(error) && !isGithubStatus(error, 422)) {
    return undefined;
  }
  throw error;
}

function atOf(at: string | null | undefined): { at?: string } {
  return at ? { at } : {};
}

function checkOf(run: {
  name: string;
  status?: string | null;
  conclusion?: string | null;
  html_url?: string | null;
}): PullCheck {
  const { name, status, conclusion, html_url: url } = run;
  const isWell = ['success', 'neutral', 'skipped'].includes(conclusion ?? '');
  const ended = isWell ? ('passed' as const) : ('failed' as const);
  return {
    name,
    state: status === 'completed' ? ended : 'running',
    ...(url ? { url } : {}),
  };
}

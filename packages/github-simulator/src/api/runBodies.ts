import type { GitCommit } from '../git';
import type { SimulatedRun } from '../SimulatedRuns';
import type { RouteContext } from './context';
import type { GithubUrls } from './GithubUrls';
import { minimalRepositoryBody } from './repositoryBody';

const NO_OUTPUT = {
  ...{ title: null, summary: null, text: null },
  annotations_count: 0,
};

/** A check of a commit. */
export function checkRunBody(urls: GithubUrls, sha: string, run: SimulatedRun) {
  const id = idOf(sha, run);
  return {
    id,
    head_sha: sha,
    node_id: `CR_${id}`,
    external_id: '',
    url: urls.api(`/check-runs/${id}`),
    html_url: urls.page(`/commit/${sha}`),
    details_url: urls.page(`/commit/${sha}`),
    status: run.status,
    conclusion: run.conclusion ?? null,
    started_at: run.startedAt,
    completed_at: run.completedAt ?? null,
    output: {
      ...NO_OUTPUT,
      annotations_url: urls.api(`/check-runs/${id}/annotations`),
    },
    name: run.name,
    check_suite: { id },
    app: null,
    pull_requests: [],
  };
}

/** A run of a workflow; of a commit that is gone, too. */
export function workflowRunBody(
  { repository, urls }: RouteContext,
  { sha, commit, run }: { sha: string; commit?: GitCommit; run: SimulatedRun },
) {
  const id = idOf(sha, run);
  const url = urls.api(`/actions/runs/${id}`);
  const shown = minimalRepositoryBody(repository, urls);
  return {
    id,
    name: run.name,
    node_id: `WFR_${id}`,
    head_branch: repository.defaultBranch,
    head_sha: sha,
    path: run.path ?? '',
    run_number: 1,
    run_attempt: 1,
    event: 'push',
    status: run.status,
    conclusion: run.conclusion ?? null,
    workflow_id: 1,
    url,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    check_suite_url: urls.api(`/check-suites/${id}`),
    workflow_url: urls.api('/actions/workflows/1'),
    html_url: urls.page(`/commit/${sha}`),
    display_title: commit?.message.split('\n')[0] ?? run.name,
    head_commit: commit ? pushedCommitBody(commit) : null,
    pull_requests: [],
    created_at: run.startedAt,
    run_started_at: run.startedAt,
    updated_at: run.completedAt ?? run.updatedAt ?? run.startedAt,
    repository: shown,
    head_repository: shown,
  };
}

function pushedCommitBody({
  sha,
  tree,
  message,
  author,
  committer,
}: GitCommit) {
  const person = ({ name, email }: GitCommit['author']) => ({ name, email });
  return {
    id: sha,
    tree_id: tree,
    message,
    timestamp: committer.date,
    author: person(author),
    committer: person(committer),
  };
}

function idOf(sha: string, { name }: SimulatedRun): number {
  return Number.parseInt(sha.slice(0, 8), 16) + name.length;
}

import type { SimulatedRun } from '../SimulatedRuns';
import type { RouteContext } from './context';
import type { GithubUrls } from './GithubUrls';
import { repositoryBody } from './representations';

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

/** A run of a workflow. */
export function workflowRunBody(
  { repository, urls }: RouteContext,
  sha: string,
  run: SimulatedRun,
) {
  const id = idOf(sha, run);
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
    url: urls.api(`/actions/runs/${id}`),
    html_url: urls.page(`/commit/${sha}`),
    pull_requests: [],
    created_at: run.startedAt,
    run_started_at: run.startedAt,
    updated_at: run.completedAt ?? run.updatedAt ?? run.startedAt,
    repository: repositoryBody(repository, urls),
  };
}

function idOf(sha: string, { name }: SimulatedRun): number {
  return Number.parseInt(sha.slice(0, 8), 16) + name.length;
}

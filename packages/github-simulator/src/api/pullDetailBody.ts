import { tryMerge } from '../mergePullRequest';
import type { SimulatedPullRequest } from '../SimulatedPullRequest';
import type { RouteContext } from './context';
import { comparePoints } from './fileChanges';
import { pullBody, teamBody } from './pullBody';
import { userBody } from './userBody';

/** A pull request as GitHub shows it when it is asked for. */
export async function pullDetailBody(
  context: RouteContext,
  pull: SimulatedPullRequest,
) {
  const { repository, urls } = context;
  const { from, to } = await comparePoints(
    repository.git,
    pull.baseSha,
    pull.headSha,
  );
  const [changes, commits, merge] = await Promise.all([
    repository.git.changes(from, to),
    repository.git.log(`${pull.baseSha}..${pull.headSha}`),
    pull.state === 'open' ? tryMerge(repository, pull) : undefined,
  ]);
  const mergeable = merge ? 'tree' in merge : null;
  return {
    ...pullBody(repository, urls, pull),
    requested_teams: pull.requestedTeams.map(slug =>
      teamBody(repository, urls, slug),
    ),
    maintainer_can_modify: false,
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedBy ? userBody(urls, pull.mergedBy) : null,
    mergeable,
    mergeable_state: mergeableState(mergeable),
    comments: 0,
    review_comments: 0,
    commits: commits.length,
    additions: changes.reduce((sum, file) => sum + file.additions, 0),
    deletions: changes.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: changes.length,
  };
}

function mergeableState(mergeable: boolean | null): string {
  if (mergeable === null) {
    return 'unknown';
  }
  return mergeable ? 'clean' : 'dirty';
}

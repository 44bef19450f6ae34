import { html as renderDiff } from 'diff2html';
import { comparePoints } from '../api';
import type { SimulatedPullRequest } from '../SimulatedPullRequest';
import type { GitFileChange } from '../git';
import { tryMerge } from '../mergePullRequest';
import type { Html } from './html';
import { html, trustedHtml } from './html';
import { layout } from './layout';
import type { PageContext } from './PageContext';
import { pagePath, repositoryHeading } from './PageContext';

/** Files beyond this many are listed but their lines are not shown. */
const MAX_DIFF_BYTES = 2_000_000;

/** The list of pull requests. */
export function pullListPage({ repository }: PageContext): string {
  const rows = repository.pulls.list().map(
    pull => html`<tr>
      <td>${stateBadge(pull)}</td>
      <td>
        <a href="${pagePath(repository, `/pull/${pull.number}`)}"
          >${pull.title}</a
        >
        <span class="muted">#${pull.number} by ${pull.author}</span>
      </td>
      <td class="muted"><code>${pull.head}</code></td>
    </tr>`,
  );
  return layout(
    `Pull requests of ${repository.fullName}`,
    html`${repositoryHeading(repository)}
      <h1>Pull requests</h1>
      ${rows.length
        ? html`<table class="list">
            ${rows}
          </table>`
        : html`<p class="muted">There are no pull requests yet.</p>`}`,
  );
}

/** One pull request: its text, its diff, and the Merge button. */
export async function pullPage(
  context: PageContext,
  pull: SimulatedPullRequest,
): Promise<string> {
  const { repository } = context;
  const { git } = repository;
  const { from, to } = await comparePoints(git, pull.baseSha, pull.headSha);
  const [changes, diff, merge] = await Promise.all([
    git.changes(from, to),
    git.diff(from, to),
    pull.state === 'open' ? tryMerge(repository, pull) : undefined,
  ]);
  const conflicts = merge && 'conflicts' in merge ? merge.conflicts : [];
  return layout(
    `${pull.title} #${pull.number}`,
    html`${repositoryHeading(repository)}
      <h1>${pull.title} <span class="muted">#${pull.number}</span></h1>
      <p>
        ${stateBadge(pull)} ${pull.author} wants to merge
        <code>${pull.head}</code> into <code>${pull.base}</code>
      </p>
      ${pull.body ? html`<div class="body">${pull.body}</div>` : undefined}
      ${actions(context, pull, conflicts)}
      <h2>${changes.length} changed files ${lineCounts(changes)}</h2>
      ${diffOf(diff)}`,
  );
}

/** A unified diff as HTML. */
export function diffOf(diff: string): Html {
  if (diff.length > MAX_DIFF_BYTES) {
    return html`<p class="muted">The diff is too large to be shown.</p>`;
  }
  return trustedHtml(
    renderDiff(diff, {
      drawFileList: true,
      matching: 'none',
      outputFormat: 'line-by-line',
    }),
  );
}

function actions(
  { repository, formToken }: PageContext,
  pull: SimulatedPullRequest,
  conflicts: string[],
): Html {
  if (pull.mergedAt) {
    const commit = pull.mergeCommitSha ?? '';
    return html`<p>
      Merged by ${pull.mergedBy ?? 'somebody'} as
      <a href="${pagePath(repository, `/commit/${commit}`)}"
        ><code>${commit.slice(0, 7)}</code></a
      >.
    </p>`;
  }
  if (pull.state === 'closed') {
    return html`<p>Closed without merging.</p>`;
  }
  const path = pagePath(repository, `/pull/${pull.number}`);
  const token = html`<input type="hidden" name="token" value="${formToken}" />
    <input type="hidden" name="head" value="${pull.headSha}" />`;
  return html`${conflicts.length
      ? html`<p>
          This cannot be merged: ${conflicts.join(', ')} changed on both sides.
        </p>`
      : undefined}
    <form method="post" action="${path}/merge">
      ${token}
      ${conflicts.length
        ? html`<button class="primary" disabled>Merge pull request</button>`
        : html`<button class="primary">Merge pull request</button>`}
    </form>
    <form method="post" action="${path}/close">
      ${token}<button>Close pull request</button>
    </form>`;
}

function stateBadge(pull: SimulatedPullRequest): Html {
  const state = pull.mergedAt ? 'merged' : pull.state;
  const word = state[0].toUpperCase() + state.slice(1);
  return html`<span class="state ${state}">${word}</span>`;
}

function lineCounts(changes: GitFileChange[]): Html {
  const added = changes.reduce((sum, change) => sum + change.additions, 0);
  const removed = changes.reduce((sum, change) => sum + change.deletions, 0);
  return html`<span class="muted">+${added} −${removed} lines</span>`;
}

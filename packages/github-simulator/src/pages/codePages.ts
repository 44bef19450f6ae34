import { encodePath } from '../api';
import type { GitCommit, GitTreeEntry } from '../git';
import type { Html } from './html';
import { html } from './html';
import { layout } from './layout';
import type { PageContext } from './PageContext';
import { pagePath, repositoryHeading } from './PageContext';
import { diffOf } from './pullPages';

/** A place in the repository at a commit. */
export interface CodePlace {
  /** The ref as the address names it. */
  ref: string;
  commit: string;
  entry: GitTreeEntry;
}

/**
 * Finds what an address such as `feature/x/docs/a.md` means: branch names hold
 * slashes, so the longest beginning that is a ref wins.
 */
export async function findPlace(
  { repository: { git } }: PageContext,
  address: string,
): Promise<CodePlace | undefined> {
  const parts = address.replace(/\/+$/, '').split('/');
  for (let length = parts.length; length > 0; length--) {
    const ref = parts.slice(0, length).join('/');
    const commit = await git.resolveCommit(ref);
    if (commit) {
      const entry = await git.findEntry(commit, parts.slice(length).join('/'));
      return entry && { ref, commit, entry };
    }
  }
  return undefined;
}

/** A folder or a file. */
export async function codePage(
  context: PageContext,
  place: CodePlace,
): Promise<string> {
  const { repository } = context;
  const { ref, entry } = place;
  const body =
    entry.type === 'tree'
      ? await folder(context, place)
      : await file(context, place);
  const title = entry.path || repository.fullName;
  return layout(
    title,
    html`${repositoryHeading(repository)}
      <h1>${breadcrumbs(context, place)}</h1>
      <p class="muted">at <code>${ref}</code></p>
      ${body}`,
  );
}

/** The history of a ref. */
export async function commitsPage(
  { repository }: PageContext,
  commit: string,
): Promise<string> {
  const commits = await repository.git.log(commit, { limit: 200 });
  const rows = commits.map(
    ({ sha, message, author }) => html`<tr>
      <td>
        <a href="${pagePath(repository, `/commit/${sha}`)}"
          >${message.split('\n')[0]}</a
        >
      </td>
      <td class="muted">${author.name}, ${author.date}</td>
      <td><code>${sha.slice(0, 7)}</code></td>
    </tr>`,
  );
  return layout(
    `Commits of ${repository.fullName}`,
    html`${repositoryHeading(repository)}
      <h1>Commits</h1>
      <table class="list">
        ${rows}
      </table>`,
  );
}

/** One commit with its diff. */
export async function commitPage(
  { repository }: PageContext,
  commit: GitCommit,
): Promise<string> {
  const parent = commit.parents[0];
  const diff = parent ? await repository.git.diff(parent, commit.sha) : '';
  return layout(
    commit.message.split('\n')[0],
    html`${repositoryHeading(repository)}
      <div class="body">${commit.message}</div>
      <p class="muted">
        ${commit.author.name}, ${commit.author.date},
        <code>${commit.sha}</code>
      </p>
      ${diffOf(diff)}`,
  );
}

function breadcrumbs({ repository }: PageContext, { ref, entry }: CodePlace) {
  const parts = entry.path === '' ? [] : entry.path.split('/');
  const root = `/tree/${encodePath(ref)}`;
  const links = parts.map((part, index) => {
    const path = encodePath(parts.slice(0, index + 1).join('/'));
    return index === parts.length - 1
      ? html` / ${part}`
      : html` /
          <a href="${pagePath(repository, `${root}/${path}`)}">${part}</a>`;
  });
  return html`<a href="${pagePath(repository, root)}">${repository.name}</a
    >${links}`;
}

async function folder(
  { repository }: PageContext,
  { ref, entry }: CodePlace,
): Promise<Html> {
  const children = await repository.git.listTree(entry.sha, false);
  const prefix = entry.path === '' ? '' : `${entry.path}/`;
  const rows = children
    .sort((a, b) => Number(a.type === 'blob') - Number(b.type === 'blob'))
    .map(child => {
      const kind = child.type === 'tree' ? 'tree' : 'blob';
      const path = encodePath(prefix + child.path);
      const href = pagePath(repository, `/${kind}/${encodePath(ref)}/${path}`);
      const slash = kind === 'tree' ? '/' : '';
      return html`<tr>
        <td><a href="${href}">${child.path}${slash}</a></td>
      </tr>`;
    });
  return html`<table class="list">
    ${rows}
  </table>`;
}

async function file(
  { repository }: PageContext,
  { ref, entry }: CodePlace,
): Promise<Html> {
  const content = (await repository.git.readBlob(entry.sha)) ?? Buffer.alloc(0);
  const raw = pagePath(
    repository,
    `/raw/${encodePath(ref)}/${encodePath(entry.path)}`,
  );
  const text = content.includes(0)
    ? 'This file is binary.'
    : content.toString('utf8');
  return html`<p><a href="${raw}">Raw</a></p>
    <pre>${text}</pre>`;
}

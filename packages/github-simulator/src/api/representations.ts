import type { SimulatedPullRequest } from '../SimulatedPullRequest';
import type { SimulatedRepository } from '../SimulatedRepository';
import type { GitCommit, GitFileChange, GitTreeEntry } from '../git';
import type { GithubUrls } from './GithubUrls';
import { encodePath } from './GithubUrls';

/** A user as GitHub shows one. */
export function userBody(urls: GithubUrls, login: string) {
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: `${urls.origin}/favicon.ico`,
    url: urls.user(login),
    html_url: `${urls.origin}/${encodeURIComponent(login)}`,
    type: 'User',
    site_admin: false,
  };
}

/** A repository as GitHub shows one. */
export function repositoryBody(
  repository: SimulatedRepository,
  urls: GithubUrls,
) {
  return {
    id: 1,
    node_id: 'R_1',
    name: repository.name,
    full_name: repository.fullName,
    owner: { ...userBody(urls, repository.owner), type: 'Organization' },
    private: true,
    visibility: 'private',
    html_url: urls.page(),
    description: null,
    fork: false,
    archived: false,
    disabled: false,
    default_branch: repository.defaultBranch,
    url: urls.api(),
    archive_url: urls.api('/{archive_format}{/ref}'),
    trees_url: urls.api('/git/trees{/sha}'),
    blobs_url: urls.api('/git/blobs{/sha}'),
    commits_url: urls.api('/commits{/sha}'),
    contents_url: urls.api('/contents/{+path}'),
    git_refs_url: urls.api('/git/refs{/sha}'),
    branches_url: urls.api('/branches{/branch}'),
    compare_url: urls.api('/compare/{base}...{head}'),
    pulls_url: urls.api('/pulls{/number}'),
    clone_url: `${urls.page()}.git`,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    delete_branch_on_merge: true,
    permissions: { admin: false, push: true, pull: true },
  };
}

/** A ref as GitHub shows one. */
export function refBody(urls: GithubUrls, ref: string, sha: string) {
  return {
    ref,
    node_id: `REF_${Buffer.from(ref).toString('base64url')}`,
    url: urls.api(`/git/${encodePath(ref)}`),
    object: { sha, type: 'commit', url: urls.api(`/git/commits/${sha}`) },
  };
}

/** A commit object of the git database. */
export function gitCommitBody(urls: GithubUrls, commit: GitCommit) {
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: urls.api(`/git/commits/${commit.sha}`),
    html_url: urls.page(`/commit/${commit.sha}`),
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: urls.api(`/git/trees/${commit.tree}`) },
    parents: commit.parents.map(sha => ({
      sha,
      url: urls.api(`/git/commits/${sha}`),
      html_url: urls.page(`/commit/${sha}`),
    })),
    verification: {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

/** A commit of the repository's history. */
export function commitBody(urls: GithubUrls, commit: GitCommit) {
  const { message, author, committer, tree } = commit;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: urls.api(`/commits/${commit.sha}`),
    html_url: urls.page(`/commit/${commit.sha}`),
    comments_url: urls.api(`/commits/${commit.sha}/comments`),
    commit: {
      url: urls.api(`/git/commits/${commit.sha}`),
      message,
      author,
      committer,
      comment_count: 0,
      tree: { sha: tree, url: urls.api(`/git/trees/${tree}`) },
    },
    author: userBody(urls, author.name),
    committer: userBody(urls, committer.name),
    parents: gitCommitBody(urls, commit).parents,
  };
}

/** A tree entry of the git database. */
export function treeEntryBody(urls: GithubUrls, entry: GitTreeEntry) {
  const kind = entry.type === 'tree' ? 'trees' : 'blobs';
  return {
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(entry.size === undefined ? {} : { size: entry.size }),
    url: urls.api(`/git/${kind}/${entry.sha}`),
  };
}

/** A changed file, with its part of the diff. */
export function fileChangeBody(
  urls: GithubUrls,
  change: GitFileChange,
  ref: string,
  patch: string | undefined,
) {
  const path = encodePath(change.path);
  return {
    sha: change.sha,
    filename: change.path,
    ...(change.previousPath ? { previous_filename: change.previousPath } : {}),
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: urls.page(`/blob/${ref}/${path}`),
    raw_url: urls.page(`/raw/${ref}/${path}`),
    contents_url: urls.api(`/contents/${path}?ref=${ref}`),
    ...(patch === undefined ? {} : { patch }),
  };
}

/** A pull request as lists show it. */
export function pullBody(
  repository: SimulatedRepository,
  urls: GithubUrls,
  pull: SimulatedPullRequest,
) {
  const repo = repositoryBody(repository, urls);
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: repo.owner,
    repo,
  });
  return {
    id: pull.number,
    node_id: `PR_${pull.number}`,
    number: pull.number,
    url: urls.api(`/pulls/${pull.number}`),
    html_url: urls.page(`/pull/${pull.number}`),
    diff_url: urls.page(`/pull/${pull.number}.diff`),
    issue_url: urls.api(`/issues/${pull.number}`),
    state: pull.state,
    locked: false,
    title: pull.title,
    body: pull.body,
    user: userBody(urls, pull.author),
    labels: [],
    assignees: [],
    requested_reviewers: [],
    requested_teams: pull.requestedTeams.map(slug => ({ slug, name: slug })),
    draft: pull.draft,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha),
    author_association: 'MEMBER',
    auto_merge: null,
  };
}

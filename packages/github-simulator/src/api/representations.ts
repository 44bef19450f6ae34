import type { GitCommit, GitFileChange, GitTreeEntry } from '../git';
import type { GithubUrls } from './GithubUrls';
import { encodePath } from './GithubUrls';
import { userBody } from './userBody';

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

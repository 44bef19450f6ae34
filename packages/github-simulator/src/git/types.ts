/** File modes that git knows. */
export type GitMode = '100644' | '100755' | '040000' | '160000' | '120000';

/** One line of a tree. */
export interface GitTreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes; only of blobs. */
  size?: number;
}

/** What a new tree changes in its base: `sha: null` removes the path. */
export interface GitTreeChange {
  path: string;
  mode: string;
  sha: string | null;
}

/** Who wrote or committed something, and when (RFC 3339). */
export interface GitSignature {
  name: string;
  email: string;
  date: string;
}

/** A commit as it is stored. */
export interface GitCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: GitSignature;
  committer: GitSignature;
  message: string;
}

/** One changed file between two trees. */
export interface GitFileChange {
  path: string;
  previousPath?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  sha: string;
  additions: number;
  deletions: number;
}

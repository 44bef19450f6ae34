import { GitObjects } from './GitObjects';
import { COMMIT_FORMAT, parseCommits } from './parseCommits';
import { parseFileChanges } from './parseFileChanges';
import { GitCommandError } from './runGit';
import type { GitCommit, GitFileChange } from './types';

const MAX_COMMITS = 1_000;

/** Commits in their order, and what differs between them. */
export class GitHistory extends GitObjects {
  /** Commits never change, so those that were read are kept. */
  readonly #commits = new Map<string, GitCommit>();

  /** A commit, if there is such a commit. */
  async readCommit(sha: string): Promise<GitCommit | undefined> {
    const known = this.#commits.get(sha);
    if (known) {
      return known;
    }
    if (!(await this.hasObject(sha, 'commit'))) {
      return undefined;
    }
    const [commit] = await this.log(sha, { limit: 1 });
    if (this.#commits.size >= MAX_COMMITS) {
      this.#commits.clear();
    }
    this.#commits.set(sha, commit);
    return commit;
  }

  /** Commits from newest to oldest: a range such as `main..branch`, or one ref. */
  async log(
    range: string,
    options: { path?: string; limit?: number; reverse?: boolean } = {},
  ): Promise<GitCommit[]> {
    const text = await this.text([
      '--literal-pathspecs',
      'log',
      '-z',
      `--format=${COMMIT_FORMAT}`,
      ...(options.limit ? [`--max-count=${options.limit}`] : []),
      ...(options.reverse ? ['--reverse'] : []),
      range,
      '--',
      ...(options.path ? [options.path] : []),
    ]);
    return parseCommits(text);
  }

  /** Where two commits' histories part, if they share any. */
  async mergeBase(one: string, other: string): Promise<string | undefined> {
    try {
      return (await this.text(['merge-base', one, other])) || undefined;
    } catch (error) {
      if (error instanceof GitCommandError && error.exitCode === 1) {
        return undefined;
      }
      throw error;
    }
  }

  /** Whether a ref may move from one commit to the other without losing any. */
  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return this.succeeds(['merge-base', '--is-ancestor', ancestor, descendant]);
  }

  /** Changed files between two commits or trees; renames are recognised. */
  async changes(from: string, to: string): Promise<GitFileChange[]> {
    const common = ['diff-tree', '-r', '-M', '-z'];
    const [raw, counts] = await Promise.all([
      this.text([...common, '--raw', '--no-abbrev', from, to]),
      this.text([...common, '--numstat', from, to]),
    ]);
    return parseFileChanges(raw, counts);
  }

  /** The unified diff between two commits, of all files or of one. */
  async diff(from: string, to: string, paths: string[] = []): Promise<string> {
    const bytes = await this.run([
      '--literal-pathspecs',
      'diff-tree',
      '-r',
      '-M',
      '-p',
      '--no-color',
      from,
      to,
      '--',
      ...paths,
    ]);
    return bytes.toString('utf8');
  }
}

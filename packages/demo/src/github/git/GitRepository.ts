import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseCommits, COMMIT_FORMAT } from './parseCommits';
import { parseFileChanges } from './parseFileChanges';
import {
  GitCommandError,
  runGit,
  runGitText,
  RunGitOptions,
  streamGit,
} from './runGit';
import {
  GitCommit,
  GitFileChange,
  GitSignature,
  GitTreeChange,
  GitTreeEntry,
} from './types';
import { writeLooseBlob } from './writeLooseBlob';

const SHA = /^[0-9a-f]{40}$/;
const SHORT_SHA = /^[0-9a-f]{7,40}$/;
/** The object name that stands for "no such ref" in git's compare-and-swap. */
export const NO_SHA = '0'.repeat(40);

/**
 * A bare git repository on disk, driven by git's plumbing commands: no working
 * copy exists, every write is an object plus a compare-and-swap of a ref.
 */
export class GitRepository {
  /** Opens the repository at `gitDir`, making an empty one when there is none. */
  static async open(gitDir: string): Promise<GitRepository> {
    if (!existsSync(join(gitDir, 'HEAD'))) {
      await mkdir(gitDir, { recursive: true });
      await runGit(['init', '--bare', '--quiet', gitDir]);
      // `init -b` needs git 2.28; the symbolic ref works with any.
      await runGit(['symbolic-ref', 'HEAD', 'refs/heads/main'], { gitDir });
    }
    return new GitRepository(gitDir);
  }

  private constructor(readonly gitDir: string) {}

  /** Whether this is the full name of an object, and not a ref or an option. */
  static isSha(text: string): boolean {
    return SHA.test(text);
  }

  /** The commit that a branch, tag, full ref or commit name stands for. */
  async resolveCommit(name: string): Promise<string | undefined> {
    const candidates = [];
    if (isSafeRefName(name)) {
      const short = name.replace(/^refs\//, '');
      candidates.push(`refs/heads/${short}`, `refs/tags/${short}`);
      candidates.push(`refs/${short}`);
    }
    if (SHORT_SHA.test(name)) {
      candidates.push(name);
    }
    for (const candidate of candidates) {
      const sha = await this.#verify(`${candidate}^{commit}`);
      if (sha) {
        return sha;
      }
    }
    return undefined;
  }

  /** The commit of a full ref (`refs/heads/main`), if it exists. */
  async readRef(ref: string): Promise<string | undefined> {
    return isSafeRefName(ref) ? this.#verify(ref) : undefined;
  }

  /** All refs under a prefix such as `refs/heads/`, by name. */
  async listRefs(prefix: string): Promise<{ ref: string; sha: string }[]> {
    const text = await this.#text([
      'for-each-ref',
      '--format=%(refname) %(objectname)',
    ]);
    return text
      .split('\n')
      .filter(line => line.startsWith(prefix))
      .map(line => {
        const [ref, sha] = line.split(' ');
        return { ref, sha };
      });
  }

  /**
   * Moves a ref from one commit to another, or fails and moves nothing.
   * `NO_SHA` as `from` creates it.
   */
  async moveRef(ref: string, to: string, from: string): Promise<void> {
    await this.#run(['update-ref', ref, to, from]);
  }

  /** Removes a ref if it still points at `from`. */
  async deleteRef(ref: string, from: string): Promise<void> {
    await this.#run(['update-ref', '-d', ref, from]);
  }

  /** Whether git accepts this as the name of a ref. */
  async isValidRef(ref: string): Promise<boolean> {
    return isSafeRefName(ref) && this.#succeeds(['check-ref-format', ref]);
  }

  /** Whether an object of this type exists. */
  async hasObject(sha: string, type: 'blob' | 'tree' | 'commit') {
    return SHA.test(sha) && (await this.#type(sha)) === type;
  }

  /** Stores bytes and returns the blob's name. */
  async writeBlob(content: Buffer | string): Promise<string> {
    return writeLooseBlob(this.gitDir, content);
  }

  /** The bytes of a blob, if there is such a blob. */
  async readBlob(sha: string): Promise<Buffer | undefined> {
    return (await this.hasObject(sha, 'blob'))
      ? this.#run(['cat-file', 'blob', sha])
      : undefined;
  }

  /** The entries of a tree or of a commit's tree; with paths from its root. */
  async listTree(treeish: string, recursive: boolean): Promise<GitTreeEntry[]> {
    const flags = recursive ? ['-r', '-t'] : [];
    const text = await this.#text([
      'ls-tree',
      '-z',
      '--long',
      ...flags,
      treeish,
    ]);
    return text.split('\0').filter(Boolean).map(parseTreeEntry);
  }

  /** One path of a commit, if it is there. The empty path is its root tree. */
  async findEntry(
    commit: string,
    path: string,
  ): Promise<GitTreeEntry | undefined> {
    if (path === '') {
      const sha = await this.#text(['rev-parse', `${commit}^{tree}`]);
      return { path: '', mode: '040000', type: 'tree', sha };
    }
    const text = await this.#text([
      '--literal-pathspecs',
      'ls-tree',
      '-z',
      '--long',
      commit,
      '--',
      path,
    ]);
    const entry = text.split('\0').filter(Boolean).map(parseTreeEntry)[0];
    return entry?.path === path ? entry : undefined;
  }

  /**
   * Writes a tree: the base tree (none: an empty one) with changes applied.
   *
   * @throws GitCommandError for a path that git refuses or an unknown object
   */
  async writeTree(
    base: string | undefined,
    changes: readonly GitTreeChange[],
  ): Promise<string> {
    const refused = changes.find(change => !isSafePath(change.path));
    if (refused) {
      // `update-index --index-info` would pass over it with a warning only.
      throw new GitCommandError(
        ['update-index'],
        undefined,
        `invalid path '${refused.path}'`,
      );
    }
    return this.#withIndex(async env => {
      await this.#run(base ? ['read-tree', base] : ['read-tree', '--empty'], {
        env,
      });
      const input = changes
        .map(({ path, mode, sha }) =>
          sha === null ? `0 ${NO_SHA}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
        )
        .join('');
      await this.#run(['update-index', '--replace', '-z', '--index-info'], {
        env,
        input,
      });
      return this.#text(['write-tree'], { env });
    });
  }

  /** Writes a commit; no ref moves. */
  async writeCommit(options: {
    tree: string;
    parents: readonly string[];
    message: string;
    author: GitSignature;
    committer: GitSignature;
  }): Promise<string> {
    const { author, committer } = options;
    const parents = options.parents.flatMap(parent => ['-p', parent]);
    return this.#text(['commit-tree', options.tree, ...parents], {
      input: options.message,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: author.date,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: committer.date,
      },
    });
  }

  /** A commit, if there is such a commit. */
  async readCommit(sha: string): Promise<GitCommit | undefined> {
    if (!(await this.hasObject(sha, 'commit'))) {
      return undefined;
    }
    return (await this.log(sha, { limit: 1 }))[0];
  }

  /** Commits from newest to oldest: a range such as `main..branch`, or one ref. */
  async log(
    range: string,
    options: { path?: string; limit?: number; reverse?: boolean } = {},
  ): Promise<GitCommit[]> {
    const text = await this.#text([
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
      return (await this.#text(['merge-base', one, other])) || undefined;
    } catch (error) {
      if (error instanceof GitCommandError && error.exitCode === 1) {
        return undefined;
      }
      throw error;
    }
  }

  /** Whether a ref may move from one commit to the other without losing any. */
  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return this.#succeeds([
      'merge-base',
      '--is-ancestor',
      ancestor,
      descendant,
    ]);
  }

  /** Changed files between two commits or trees; renames are recognised. */
  async changes(from: string, to: string): Promise<GitFileChange[]> {
    const common = ['diff-tree', '-r', '-M', '-z'];
    const [raw, counts] = await Promise.all([
      this.#text([...common, '--raw', '--no-abbrev', from, to]),
      this.#text([...common, '--numstat', from, to]),
    ]);
    return parseFileChanges(raw, counts);
  }

  /** The unified diff between two commits, of all files or of one. */
  async diff(from: string, to: string, paths: string[] = []): Promise<string> {
    const bytes = await this.#run([
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

  /** An archive of a commit, as bytes that are made while they are read. */
  archive(sha: string, format: 'tar.gz' | 'zip', prefix: string): Readable {
    return streamGit(
      ['archive', `--format=${format}`, `--prefix=${prefix}/`, sha],
      { gitDir: this.gitDir },
    );
  }

  /** Runs a plumbing command on this repository with an index of its own. */
  async withIndex<T>(
    use: (
      run: (args: readonly string[], input?: string) => Promise<string>,
    ) => Promise<T>,
  ): Promise<T> {
    return this.#withIndex(env =>
      use((args, input) => this.#text(args, { env, input })),
    );
  }

  async #withIndex<T>(
    use: (env: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const file = join(tmpdir(), `clusterworks-index-${randomUUID()}`);
    try {
      return await use({ GIT_INDEX_FILE: file });
    } finally {
      await rm(file, { force: true });
    }
  }

  async #verify(name: string): Promise<string | undefined> {
    try {
      return await this.#text(['rev-parse', '--verify', '--quiet', name]);
    } catch (error) {
      if (error instanceof GitCommandError) {
        return undefined;
      }
      throw error;
    }
  }

  async #type(sha: string): Promise<string | undefined> {
    try {
      return await this.#text(['cat-file', '-t', sha]);
    } catch (error) {
      if (error instanceof GitCommandError) {
        return undefined;
      }
      throw error;
    }
  }

  async #succeeds(args: readonly string[]): Promise<boolean> {
    try {
      await this.#run(args);
      return true;
    } catch (error) {
      if (error instanceof GitCommandError && error.exitCode === 1) {
        return false;
      }
      throw error;
    }
  }

  #run(args: readonly string[], options: RunGitOptions = {}) {
    return runGit(args, { ...options, gitDir: this.gitDir });
  }

  #text(args: readonly string[], options: RunGitOptions = {}) {
    return runGitText(args, { ...options, gitDir: this.gitDir });
  }
}

// Nothing that git could read as an option or a revision expression gets through.
function isSafeRefName(name: string): boolean {
  return (
    /^[A-Za-z0-9_][A-Za-z0-9._/+@-]*$/.test(name) && !/\.\.|@\{/.test(name)
  );
}

function isSafePath(path: string): boolean {
  return path
    .split('/')
    .every(part => part !== '' && !/^(\.|\.\.|\.git)$|\0/i.test(part));
}

function parseTreeEntry(line: string): GitTreeEntry {
  const tab = line.indexOf('\t');
  const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
  return {
    path: line.slice(tab + 1),
    mode,
    type: type as GitTreeEntry['type'],
    sha,
    ...(type === 'blob' ? { size: Number(size) } : {}),
  };
}

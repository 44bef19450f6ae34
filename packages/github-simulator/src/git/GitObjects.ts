import type { Readable } from 'node:stream';
import { GitCommands } from './GitCommands';
import { NO_SHA } from './NO_SHA';
import { GitCommandError, streamGit } from './runGit';
import type { GitSignature, GitTreeChange, GitTreeEntry } from './types';
import { writeLooseBlob } from './writeLooseBlob';

const SHA = /^[0-9a-f]{40}$/;

/** Blobs, trees and commits: what git stores, whatever points at it. */
export class GitObjects extends GitCommands {
  /** Whether an object of this type exists. */
  async hasObject(sha: string, type: 'blob' | 'tree' | 'commit') {
    return SHA.test(sha) && (await this.read(sha))?.type === type;
  }

  /** Stores bytes and returns the blob's name. */
  async writeBlob(content: Buffer | string): Promise<string> {
    return writeLooseBlob(this.gitDir, content);
  }

  /** The bytes of a blob, if there is such a blob. */
  async readBlob(sha: string): Promise<Buffer | undefined> {
    const object = SHA.test(sha) ? await this.read(sha) : undefined;
    return object?.type === 'blob' ? object.content : undefined;
  }

  /** The entries of a tree or of a commit's tree; with paths from its root. */
  async listTree(treeish: string, recursive: boolean): Promise<GitTreeEntry[]> {
    const flags = recursive ? ['-r', '-t'] : [];
    const text = await this.text([
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
      const sha = await this.text(['rev-parse', `${commit}^{tree}`]);
      return { path: '', mode: '040000', type: 'tree', sha };
    }
    const text = await this.text([
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
      // `update-index --index-info` would skip the path with only a warning.
      throw new GitCommandError(
        ['update-index'],
        undefined,
        `invalid path '${refused.path}'`,
      );
    }
    return this.withIndexFile(async env => {
      await this.run(base ? ['read-tree', base] : ['read-tree', '--empty'], {
        env,
      });
      const input = changes
        .map(({ path, mode, sha }) =>
          sha === null ? `0 ${NO_SHA}\t${path}\0` : `${mode} ${sha}\t${path}\0`,
        )
        .join('');
      await this.run(['update-index', '--replace', '-z', '--index-info'], {
        env,
        input,
      });
      return this.text(['write-tree'], { env });
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
    return this.text(['commit-tree', options.tree, ...parents], {
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

  /** An archive of a commit, as bytes that are made while they are read. */
  archive(sha: string, format: 'tar.gz' | 'zip', prefix: string): Readable {
    return streamGit(
      ['archive', `--format=${format}`, `--prefix=${prefix}/`, sha],
      { gitDir: this.gitDir },
    );
  }
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

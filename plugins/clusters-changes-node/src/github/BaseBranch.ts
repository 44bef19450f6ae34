import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { FilesByPath } from '@clusterworks/plugin-clusters-blueprint';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { baseTree, type TreeEntry } from './baseTree';
import { readAnswer } from './githubAnswers';
import type { GithubRepository } from './GithubRepository';

/** How many old versions of a file are searched for the base of a merge. */
const MAX_HISTORY = 50;

/**
 * The base branch at one commit; the content of files is fetched only when
 * needed.
 */
export class BaseBranch {
  /** Reads the commit and the list of files, but no contents. */
  static async read(
    github: GithubRepository,
    repository: PlatformRepository,
  ): Promise<BaseBranch> {
    const { git } = github.octokit;
    const { name } = github;
    const branch = await readAnswer(
      'ref',
      github,
      git.getRef({ ...name, ref: `heads/${repository.baseBranch}` }),
    );
    const commit = await readAnswer(
      'commit',
      github,
      git.getCommit({ ...name, commit_sha: branch.object.sha }),
    );
    const { sha: treeSha, ...listed } = await readAnswer(
      'tree',
      github,
      git.getTree({ ...name, tree_sha: commit.tree.sha, recursive: 'true' }),
    );
    if (listed.truncated) {
      throw new ServiceUnavailableError(
        `${repository.url} has more files than GitHub lists at once`,
      );
    }
    const prefix = repository.path === '' ? '' : `${repository.path}/`;
    return new BaseBranch(
      github,
      commit.sha,
      treeSha,
      baseTree(listed.tree, prefix),
      prefix,
    );
  }

  readonly #github: GithubRepository;
  /** The files in the tree; their contents are fetched later. */
  readonly #blobs: ReadonlyMap<string, TreeEntry>;

  private constructor(
    github: GithubRepository,
    /** SHA of the commit that was read. */
    readonly commitSha: string,
    /** SHA of the commit's tree. */
    readonly treeSha: string,
    /** The entry at each path: a file, folder, link or submodule. */
    readonly tree: ReadonlyMap<string, TreeEntry>,
    /** Path of the configured folder; prefix of every path that is written. */
    readonly prefix: string,
  ) {
    this.#github = github;
    this.#blobs = new Map([...tree].filter(([, { kind }]) => kind === 'file'));
  }

  /** Paths of all files, relative to the configured folder. */
  paths(): string[] {
    return [...this.#blobs.keys()];
  }

  /** Size of a file in bytes; 0 when it does not exist. */
  sizeOf(path: string): number {
    return this.#blobs.get(path)?.size ?? 0;
  }

  /** Git blob SHA of a file; absent when it does not exist. */
  versionOf(path: string): string | undefined {
    return this.#blobs.get(path)?.sha;
  }

  /**
   * The text of a file; absent when it does not exist.
   *
   * @throws ConflictError when the content is not text
   */
  async readFile(path: string): Promise<string | undefined> {
    const sha = this.#blobs.get(path)?.sha;
    if (sha === undefined) {
      return undefined;
    }
    const bytes = await this.#readBlob(sha);
    if (!isUtf8(bytes)) {
      // Decoding it as text and merging would corrupt the file.
      throw new ConflictError(`${path} is no text in UTF-8`);
    }
    return bytes.toString('utf8');
  }

  /** The texts of files; files that are not text are left out. */
  async readTexts(paths: readonly string[]): Promise<string[]> {
    const texts: string[] = [];
    for (const path of paths) {
      const sha = this.#blobs.get(path)?.sha;
      const bytes = sha === undefined ? undefined : await this.#readBlob(sha);
      if (bytes && isUtf8(bytes)) {
        texts.push(bytes.toString('utf8'));
      }
    }
    return texts;
  }

  /**
   * The current texts of those paths that exist. A file that already has the
   * wanted content is recognized by its blob SHA and not fetched.
   *
   * @throws ConflictError when the content of a file is not text
   */
  async currentOf(
    paths: readonly string[],
    expected: FilesByPath,
  ): Promise<FilesByPath> {
    const current: FilesByPath = {};
    for (const path of paths) {
      const sha = this.#blobs.get(path)?.sha;
      const text =
        expected[path] !== undefined && gitBlobSha(expected[path]) === sha
          ? expected[path]
          : await this.readFile(path);
      if (text !== undefined) {
        current[path] = text;
      }
    }
    return current;
  }

  /**
   * Searches the branch's history for the version of a file with a given
   * SHA-256.
   */
  async findInHistory(
    path: string,
    isWanted: (content: string) => boolean,
  ): Promise<string | undefined> {
    const { octokit, name } = this.#github;
    const versions = await readAnswer(
      'versions',
      this.#github,
      octokit.repos.listCommits({
        ...name,
        sha: this.commitSha,
        path: this.prefix + path,
        per_page: MAX_HISTORY,
      }),
    );
    for (const { sha } of versions) {
      const content = await readAnswer(
        'file',
        this.#github,
        octokit.repos.getContent({
          ...name,
          path: this.prefix + path,
          ref: sha,
          mediaType: { format: 'raw' },
        }),
      );
      if (isWanted(content)) {
        return content;
      }
    }
    return undefined;
  }

  async #readBlob(sha: string): Promise<Buffer> {
    const { octokit, name } = this.#github;
    const { content } = await readAnswer(
      'blob',
      this.#github,
      octokit.git.getBlob({ ...name, file_sha: sha }),
    );
    return Buffer.from(content, 'base64');
  }
}

/** The blob SHA that git computes for a text. */
export function gitBlobSha(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

import { ServiceUnavailableError } from '@backstage/errors';
import { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { createHash } from 'node:crypto';
import { GithubRepository } from './GithubRepository';

/** How many old versions of a file are looked at for the base of a merge. */
const MAX_HISTORY = 50;

type Files = Record<string, string>;

/** The base branch at one commit, read file by file and only where needed. */
export class BaseBranch {
  /** Reads the commit and the list of files, no contents. */
  static async read(
    github: GithubRepository,
    repository: PlatformRepository,
  ): Promise<BaseBranch> {
    const { octokit, name } = github;
    const ref = await octokit.git.getRef({
      ...name,
      ref: `heads/${repository.baseBranch}`,
    });
    const commit = await octokit.git.getCommit({
      ...name,
      commit_sha: ref.data.object.sha,
    });
    const tree = await octokit.git.getTree({
      ...name,
      tree_sha: commit.data.tree.sha,
      recursive: 'true',
    });
    if (tree.data.truncated) {
      throw new ServiceUnavailableError(
        `${repository.url} has more files than GitHub lists at once`,
      );
    }
    const prefix = repository.path === '' ? '' : `${repository.path}/`;
    const blobs = new Map<string, string>();
    for (const { path, type, sha } of tree.data.tree) {
      if (type === 'blob' && path?.startsWith(prefix) && sha) {
        blobs.set(path.slice(prefix.length), sha);
      }
    }
    return new BaseBranch(
      github,
      commit.data.sha,
      tree.data.sha,
      blobs,
      prefix,
    );
  }

  private constructor(
    private readonly github: GithubRepository,
    /** The commit that was read. */
    readonly commitSha: string,
    /** Its tree. */
    readonly treeSha: string,
    private readonly blobs: ReadonlyMap<string, string>,
    /** Of the configured folder; put before every path that is written. */
    readonly prefix: string,
  ) {}

  /** Paths of all files, relative to the configured folder. */
  paths(): string[] {
    return [...this.blobs.keys()];
  }

  /** The text of a file, if it is there. */
  async readFile(path: string): Promise<string | undefined> {
    const sha = this.blobs.get(path);
    return sha === undefined ? undefined : this.#readBlob(sha);
  }

  /**
   * The current texts of those paths that exist. A file that is already what
   * it should be is recognised by its git hash and not fetched.
   */
  async currentOf(paths: readonly string[], expected: Files): Promise<Files> {
    const current: Files = {};
    for (const path of paths) {
      const sha = this.blobs.get(path);
      if (sha === undefined) {
        continue;
      }
      current[path] =
        expected[path] !== undefined && gitBlobSha(expected[path]) === sha
          ? expected[path]
          : await this.#readBlob(sha);
    }
    return current;
  }

  /** An old text of a file by its SHA-256, from the branch's history. */
  async findInHistory(
    path: string,
    isWanted: (content: string) => boolean,
  ): Promise<string | undefined> {
    const { octokit, name } = this.github;
    const { data: commits } = await octokit.repos.listCommits({
      ...name,
      sha: this.commitSha,
      path: this.prefix + path,
      per_page: MAX_HISTORY,
    });
    for (const { sha } of commits) {
      const { data } = await octokit.repos.getContent({
        ...name,
        path: this.prefix + path,
        ref: sha,
        mediaType: { format: 'raw' },
      });
      const content = String(data);
      if (isWanted(content)) {
        return content;
      }
    }
    return undefined;
  }

  async #readBlob(sha: string): Promise<string> {
    const { octokit, name } = this.github;
    const { data } = await octokit.git.getBlob({ ...name, file_sha: sha });
    return Buffer.from(data.content, 'base64').toString('utf8');
  }
}

/** The name that git gives to a text. */
export function gitBlobSha(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GitHistory } from './GitHistory';
import { runGit } from './runGit';

const SHORT_SHA = /^[0-9a-f]{7,40}$/;

/**
 * A bare git repository on disk, driven by git's plumbing commands: no working
 * copy exists, every write is an object plus a compare-and-swap of a ref.
 */
export class GitRepository extends GitHistory {
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
      const commit = await this.read(`${candidate}^{commit}`);
      if (commit) {
        return commit.sha;
      }
    }
    return undefined;
  }

  /** The commit of a full ref (`refs/heads/main`), if it exists. */
  async readRef(ref: string): Promise<string | undefined> {
    return isSafeRefName(ref) ? (await this.read(ref))?.sha : undefined;
  }

  /** All refs under a prefix such as `refs/heads/`, by name. */
  async listRefs(prefix: string): Promise<{ ref: string; sha: string }[]> {
    const text = await this.text([
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
    await this.run(['update-ref', ref, to, from]);
  }

  /** Removes a ref if it still points at `from`. */
  async deleteRef(ref: string, from: string): Promise<void> {
    await this.run(['update-ref', '-d', ref, from]);
  }

  /** Whether git accepts this as the name of a ref. */
  async isValidRef(ref: string): Promise<boolean> {
    return isSafeRefName(ref) && this.succeeds(['check-ref-format', ref]);
  }
}

// Nothing that git could read as an option or a revision expression gets through.
function isSafeRefName(name: string): boolean {
  return (
    /^[A-Za-z0-9_][A-Za-z0-9._/+@-]*$/.test(name) && !/\.\.|@\{/.test(name)
  );
}

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitObject, ObjectReader } from './ObjectReader';
import type { RunGitOptions } from './runGit';
import { GitCommandError, runGit, runGitText } from './runGit';

/** Runs git's plumbing commands on one bare repository. */
export class GitCommands {
  readonly #objects: ObjectReader;

  constructor(readonly gitDir: string) {
    this.#objects = new ObjectReader(gitDir);
  }

  /** Runs a plumbing command on this repository with an index of its own. */
  async withIndex<T>(
    use: (
      run: (args: readonly string[], input?: string) => Promise<string>,
    ) => Promise<T>,
  ): Promise<T> {
    return this.withIndexFile(env =>
      use((args, input) => this.text(args, { env, input })),
    );
  }

  protected async withIndexFile<T>(
    use: (env: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const file = join(tmpdir(), `clusterworks-index-${randomUUID()}`);
    try {
      return await use({ GIT_INDEX_FILE: file });
    } finally {
      await rm(file, { force: true });
    }
  }

  /** Ends the process that reads objects; the next read starts another. */
  close(): void {
    this.#objects.close();
  }

  /** The object that a name stands for, if there is one. */
  protected read(name: string): Promise<GitObject | undefined> {
    return this.#objects.read(name);
  }

  protected async succeeds(args: readonly string[]): Promise<boolean> {
    try {
      await this.run(args);
      return true;
    } catch (error) {
      if (error instanceof GitCommandError && error.exitCode === 1) {
        return false;
      }
      throw error;
    }
  }

  protected run(args: readonly string[], options: RunGitOptions = {}) {
    return runGit(args, { ...options, gitDir: this.gitDir });
  }

  protected text(args: readonly string[], options: RunGitOptions = {}) {
    return runGitText(args, { ...options, gitDir: this.gitDir });
  }
}

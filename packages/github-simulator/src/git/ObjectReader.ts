import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitCommandError, startGit, awaitAnswers } from './runGit';

/** An object as git stores it. */
export interface GitObject {
  sha: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  content: Buffer;
}

interface Question {
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

const NEWLINE = 0x0a;

/**
 * Reads objects by name through one `git cat-file --batch`, which answers in
 * the order of the questions. A pull request needs hundreds of objects, and a
 * process for each of them would take most of the time.
 */
export class ObjectReader {
  readonly #gitDir: string;
  #git: ChildProcessWithoutNullStreams | undefined;
  #questions: Question[] = [];
  #received: Buffer[] = [];
  #receivedBytes = 0;
  /** Bytes until the answer to the first question may be complete. */
  #wanted = 0;

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
  }

  /** The object that a name without spaces or line breaks stands for. */
  read(name: string): Promise<GitObject | undefined> {
    return new Promise((resolve, reject) => {
      this.#git ??= this.#start();
      this.#questions.push({ resolve, reject });
      // Without this, a program that only waits for the answer ends.
      awaitAnswers(this.#git, true);
      this.#git.stdin.write(`${name}\n`);
    });
  }

  /** Ends the process, also what it was asked; the next question starts another. */
  close(): void {
    const git = this.#git;
    this.#end(new GitCommandError(['cat-file'], undefined, 'it was closed'));
    git?.stdin.end();
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = startGit(['cat-file', '--batch'], { gitDir: this.#gitDir });
    let stderr = '';
    git.stderr.on('data', chunk => (stderr += String(chunk)));
    git.stdout.on('data', (chunk: Buffer) => {
      if (this.#git === git) {
        this.#receive(chunk);
      }
    });
    // The exit code tells why a command no longer reads its input.
    git.stdin.on('error', () => {});
    const end = (code?: number) => {
      if (this.#git === git) {
        this.#end(new GitCommandError(['cat-file'], code, stderr));
      }
    };
    git.on('error', () => end());
    git.on('close', code => end(code ?? undefined));
    return git;
  }

  #end(error: Error): void {
    const unanswered = this.#questions;
    this.#git = undefined;
    this.#questions = [];
    this.#received = [];
    this.#receivedBytes = 0;
    this.#wanted = 0;
    unanswered.forEach(({ reject }) => reject(error));
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#receivedBytes += chunk.length;
    while (this.#receivedBytes > 0 && this.#receivedBytes >= this.#wanted) {
      const bytes = Buffer.concat(this.#received);
      const used = this.#answer(bytes);
      const rest = bytes.subarray(used);
      this.#received = [rest];
      this.#receivedBytes = rest.length;
      if (this.#git && this.#questions.length === 0) {
        awaitAnswers(this.#git, false);
      }
      if (used === 0) {
        return;
      }
    }
  }

  /** Answers the first question if it can be; returns the bytes that it used. */
  #answer(bytes: Buffer): number {
    const headerEnd = bytes.indexOf(NEWLINE);
    if (headerEnd < 0) {
      this.#wanted = bytes.length + 1;
      return 0;
    }
    // `<sha> <type> <size>`, or `<name> missing`.
    const [sha, type, size] = bytes.toString('utf8', 0, headerEnd).split(' ');
    const start = headerEnd + 1;
    if (size === undefined) {
      this.#wanted = 0;
      this.#questions.shift()?.resolve(undefined);
      return start;
    }
    const end = start + Number(size);
    if (bytes.length <= end) {
      this.#wanted = end + 1;
      return 0;
    }
    this.#wanted = 0;
    this.#questions.shift()?.resolve({
      sha,
      type: type as GitObject['type'],
      // A copy, so that an object does not keep the whole chunk alive.
      content: Buffer.from(bytes.subarray(start, end)),
    });
    return end + 1;
  }
}

import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SimulatedPullRequest } from './SimulatedPullRequest';
import { pullRequestSchema } from './SimulatedPullRequest';

const fileSchema = z.object({ pulls: z.array(pullRequestSchema) });

/** The pull requests of one repository, in one JSON file that is replaced whole. */
export class PullRequestFile {
  #pulls: SimulatedPullRequest[];
  #writing: Promise<void> = Promise.resolve();

  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    this.#pulls = readPulls(file);
  }

  /** All pull requests, newest first. */
  list(): SimulatedPullRequest[] {
    return [...this.#pulls].sort((a, b) => b.number - a.number);
  }

  /** One pull request. */
  get(number: number): SimulatedPullRequest | undefined {
    return this.#pulls.find(pull => pull.number === number);
  }

  /** The number that the next pull request gets. */
  nextNumber(): number {
    return Math.max(0, ...this.#pulls.map(pull => pull.number)) + 1;
  }

  /** Adds or replaces a pull request and waits until it is on disk. */
  async put(pull: SimulatedPullRequest): Promise<void> {
    this.#pulls = [
      ...this.#pulls.filter(other => other.number !== pull.number),
      pull,
    ];
    this.#writing = this.#writing.catch(() => {}).then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    const temporary = `${this.#file}.new`;
    await writeFile(
      temporary,
      `${JSON.stringify({ pulls: this.#pulls }, null, 2)}\n`,
    );
    // A rename replaces the file at once: a killed process never leaves half of it.
    await rename(temporary, this.#file);
  }
}

function readPulls(file: string): SimulatedPullRequest[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return fileSchema.parse(JSON.parse(text)).pulls;
}

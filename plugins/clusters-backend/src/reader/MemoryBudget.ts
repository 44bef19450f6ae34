import { ReaderError } from './ReaderError';

/**
 * Each cluster may use this much even when the budget for all clusters is used
 * up.
 */
const OWN_BYTES = 1024 * 1024;

/** Limits the memory that one cluster, or all of them together, may use. */
export class MemoryBudget {
  readonly #maxBytes: number;
  readonly #what: string;
  readonly #all: MemoryBudget | undefined;
  #used = 0;

  /**
   * @param what - what the memory is for; the subject of an error message
   * @param all - the budget of all clusters together. When it is used up, each
   *   cluster still has a guaranteed share, so that a few large clusters do not
   *   block the others
   */
  constructor(maxBytes: number, what: string, all?: MemoryBudget) {
    this.#maxBytes = maxBytes;
    this.#what = what;
    this.#all = all;
  }

  /** Bytes in use. */
  get used(): number {
    return this.#used;
  }

  /** @throws ReaderError `tooLarge` when fewer bytes are left */
  take(bytes: number): void {
    const used = this.#used + bytes;
    if (used > this.#maxBytes) {
      throw this.#exceeded();
    }
    if (this.#all && used > OWN_BYTES && !this.#all.#has(bytes)) {
      throw this.#all.#exceeded();
    }
    this.#use(bytes);
  }

  giveBack(bytes: number): void {
    this.#use(-bytes);
  }

  #use(bytes: number): void {
    this.#used += bytes;
    if (this.#all) {
      this.#all.#use(bytes);
    }
  }

  #has(bytes: number): boolean {
    return this.#used + bytes <= this.#maxBytes;
  }

  #exceeded(): ReaderError {
    const mebibytes = Math.floor(this.#maxBytes / 1024 / 1024);
    return new ReaderError(
      'tooLarge',
      `${this.#what}: more than ${mebibytes} MiB in all`,
    );
  }
}

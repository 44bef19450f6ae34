import { ReaderError } from './ReaderError';

/**
 * Each cluster may use this much even when the budget for all clusters is used
 * up.
 */
const OWN_BYTES = 1024 * 1024;

/**
 * The share of the budget for all clusters that details may use. The rest is
 * for what a verdict needs: a flood of pods takes details away from everybody,
 * and the verdict from nobody.
 */
const DETAIL_SHARE = 0.75;

/** Memory that can be taken and given back. */
export interface Budget {
  /** @throws ReaderError `tooLarge` when fewer bytes are left */
  take(bytes: number): void;
  giveBack(bytes: number): void;
}

/** Limits the memory that one cluster, or all of them together, may use. */
export class MemoryBudget implements Budget {
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

  take(bytes: number): void {
    this.#take(bytes, 1);
  }

  /**
   * The same budget for what no verdict needs, which has to end earlier when
   * all clusters together use too much.
   */
  get forDetails(): Budget {
    return {
      take: bytes => this.#take(bytes, DETAIL_SHARE),
      giveBack: bytes => this.giveBack(bytes),
    };
  }

  /** @param share - how much of the budget for all clusters may be used */
  #take(bytes: number, share: number): void {
    const used = this.#used + bytes;
    if (used > this.#maxBytes) {
      throw this.#exceeded();
    }
    if (this.#all && used > OWN_BYTES && !this.#all.#has(bytes, share)) {
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

  #has(bytes: number, share: number): boolean {
    return this.#used + bytes <= share * this.#maxBytes;
  }

  #exceeded(): ReaderError {
    const mebibytes = Math.floor(this.#maxBytes / 1024 / 1024);
    return new ReaderError(
      'tooLarge',
      `${this.#what}: more than ${mebibytes} MiB in all`,
    );
  }
}

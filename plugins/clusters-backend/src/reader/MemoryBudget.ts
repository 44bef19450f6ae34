import { ReaderError } from './ReaderError';

/** Memory that one cluster may take up at a time for one purpose. */
export class MemoryBudget {
  readonly #maxBytes: number;
  readonly #what: string;
  #used = 0;

  /** @param what - what it is for; the subject of a message */
  constructor(maxBytes: number, what: string) {
    this.#maxBytes = maxBytes;
    this.#what = what;
  }

  /** Bytes that are taken now. */
  get used(): number {
    return this.#used;
  }

  /** @throws ReaderError `tooLarge` when there is not so much left */
  take(bytes: number): void {
    if (this.#used + bytes > this.#maxBytes) {
      const mebibytes = Math.floor(this.#maxBytes / 1024 / 1024);
      throw new ReaderError(
        'tooLarge',
        `${this.#what}: more than ${mebibytes} MiB in all`,
      );
    }
    this.#used += bytes;
  }

  giveBack(bytes: number): void {
    this.#used -= bytes;
  }
}

const FIRST_BYTES = 1024 * 1024;
/** Larger ones are rare: they are given back to the system. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024;

/** Bytes of one page; they are somebody else's after `release`. */
export interface PageBytes {
  bytes: Buffer;
  release(): void;
}

/** Writes one page. */
export class PageWriter {
  #buffer: Buffer;
  #size = 0;
  #giveBack: ((buffer: Buffer) => void) | undefined;

  constructor(buffer: Buffer, giveBack: (buffer: Buffer) => void) {
    this.#buffer = buffer;
    this.#giveBack = giveBack;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  write(chunk: Buffer): void {
    const needed = this.#size + chunk.length;
    if (needed > this.#buffer.length) {
      const length = Math.max(needed, this.#buffer.length * 2);
      const larger = Buffer.allocUnsafeSlow(length);
      this.#buffer.copy(larger, 0, 0, this.#size);
      this.#buffer = larger;
    }
    chunk.copy(this.#buffer, this.#size);
    this.#size = needed;
  }

  /** What was written. */
  finish(): PageBytes {
    return {
      bytes: this.#buffer.subarray(0, this.#size),
      release: () => this.release(),
    };
  }

  /** Gives the memory back; nothing of it may be read any more. */
  release(): void {
    this.#giveBack?.(this.#buffer);
    this.#giveBack = undefined;
  }
}

/**
 * Memory for pages, used again and again: pages are megabytes and come by the
 * thousand, and memory that is new to a process costs more time than what is
 * written into it.
 */
export class PageBuffers {
  readonly #free: Buffer[] = [];
  readonly #kept: number;

  /** @param kept - buffers that are kept while nobody needs them */
  constructor(kept: number) {
    this.#kept = kept;
  }

  /** A page that grows as it is written. */
  open(): PageWriter {
    const buffer = this.#free.pop() ?? Buffer.allocUnsafeSlow(FIRST_BYTES);
    return new PageWriter(buffer, last => this.#giveBack(last));
  }

  #giveBack(buffer: Buffer): void {
    if (this.#free.length < this.#kept && buffer.length <= MAX_KEPT_BYTES) {
      this.#free.push(buffer);
    }
  }
}

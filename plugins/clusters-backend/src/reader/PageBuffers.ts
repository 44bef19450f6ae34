const FIRST_BYTES = 1024 * 1024;
/** Larger buffers are rare, so they are freed instead of kept. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024;
/** Once all is read, no page needs a buffer for hours. */
const IDLE_MS = 10_000;

/** Bytes of one page; after `release` they are reused for another page. */
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

  /** The bytes that were written. */
  finish(): PageBytes {
    return {
      bytes: this.#buffer.subarray(0, this.#size),
      release: () => this.release(),
    };
  }

  /** Releases the memory; the bytes must not be read afterwards. */
  release(): void {
    this.#giveBack?.(this.#buffer);
    this.#giveBack = undefined;
  }
}

/**
 * Buffers for pages, which are reused: pages are megabytes large and arrive by
 * the thousand, and allocating new memory takes longer than writing into it.
 */
export class PageBuffers {
  readonly #free: Buffer[] = [];
  readonly #kept: number;
  /** Frees the unused buffers when none was given back for a while. */
  #idle: NodeJS.Timeout | undefined;

  /** @param kept - maximum number of unused buffers that are kept */
  constructor(kept: number) {
    this.#kept = kept;
  }

  /** Opens a page that grows as it is written. */
  open(): PageWriter {
    const buffer = this.#free.pop() ?? Buffer.allocUnsafeSlow(FIRST_BYTES);
    return new PageWriter(buffer, last => this.#giveBack(last));
  }

  #giveBack(buffer: Buffer): void {
    if (this.#free.length < this.#kept && buffer.length <= MAX_KEPT_BYTES) {
      this.#free.push(buffer);
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.#free.splice(0), IDLE_MS);
      this.#idle.unref();
    }
  }
}

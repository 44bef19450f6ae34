import type { MemoryBudget } from './MemoryBudget';

const FIRST_BYTES = 16 * 1024;
/** One for all: thousands of watches hold a buffer that is empty. */
const EMPTY = Buffer.alloc(0);

/**
 * Collects the pieces of an answer in one buffer. Kept separately, pieces of
 * one byte would take a hundred times their size.
 */
export class GrowingBuffer {
  readonly #budget: MemoryBudget;
  #buffer: Buffer = EMPTY;
  #size = 0;

  /** @param budget - the budget that memory is taken from */
  constructor(budget: MemoryBudget) {
    this.#budget = budget;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  /** @throws ReaderError `tooLarge` when the budget is used up */
  write(piece: Buffer): void {
    const needed = this.#size + piece.length;
    if (needed > this.#buffer.length) {
      this.#grow(needed);
    }
    piece.copy(this.#buffer, this.#size);
    this.#size = needed;
  }

  /** The bytes written; they are overwritten after `clear`. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#size);
  }

  /** Empties the buffer; its memory is kept unless it is large. */
  clear(): void {
    if (this.#buffer.length > 4 * FIRST_BYTES) {
      this.release();
    }
    this.#size = 0;
  }

  /** Returns the memory to the budget; a second call has no effect. */
  release(): void {
    this.#budget.giveBack(this.#buffer.length);
    this.#buffer = EMPTY;
    this.#size = 0;
  }

  #grow(needed: number): void {
    const length = Math.max(needed, this.#buffer.length * 2, FIRST_BYTES);
    this.#budget.take(length - this.#buffer.length);
    const larger = Buffer.allocUnsafeSlow(length);
    this.#buffer.copy(larger, 0, 0, this.#size);
    this.#buffer = larger;
  }
}

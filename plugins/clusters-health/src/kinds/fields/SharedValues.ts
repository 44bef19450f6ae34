import { isEqualJson } from './isEqualJson';
import { JsonHash } from './JsonHash';

/**
 * Size of the largest value that is shared; see `JsonHash`. Larger values
 * rarely occur twice.
 */
const MAX_SIZE = 512;
/** Memory of the values of one generation, in bytes; two are kept. */
const GENERATION_BYTES = 12 * 1024 * 1024;

/**
 * Keeps one copy of equal values for as long as they keep occurring. Thousands
 * of objects have the same labels, tolerations and owners. A value that did not
 * occur for a whole generation is forgotten, so the memory is bounded. When two
 * values have the same hash, the newer one replaces the older.
 */
export class SharedValues {
  #young = new Map<number, object>();
  #old = new Map<number, object>();
  /** About the memory that the values of the young generation take. */
  #bytes = 0;

  readonly #maxBytes: number;
  readonly #hash = new JsonHash(MAX_SIZE);

  /** @param maxBytes - memory per generation; two generations are kept */
  constructor(maxBytes = GENERATION_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /**
   * Returns an equal value that occurred before, else the value itself. Callers
   * may change neither.
   */
  share<T>(value: T): T {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const hash = this.#hash.of(value);
    return hash === undefined ? value : this.#take(hash, value);
  }

  #take<T extends object>(hash: number, value: T): T {
    const young = this.#young.get(hash);
    if (young !== undefined && isEqualJson(young, value)) {
      return young as T;
    }
    const old = this.#old.get(hash);
    const kept = old !== undefined && isEqualJson(old, value) ? old : value;
    this.#bytes += this.#hash.bytes;
    if (this.#bytes > this.#maxBytes) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bytes = this.#hash.bytes;
    }
    this.#young.set(hash, kept);
    return kept as T;
  }
}

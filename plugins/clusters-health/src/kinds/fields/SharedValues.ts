/** Longer values are rarely the same twice. */
const MAX_KEY = 512;
/** So are values with more parts: they are not even written down to compare. */
const MAX_PARTS = 16;

/**
 * One copy of values that are equal, for as long as they are met again and
 * again. Thousands of objects say the same: labels, tolerations, owners. What
 * was not met for a whole generation is forgotten, so the size is bounded.
 */
export class SharedValues {
  #young = new Map<string, object>();
  #old = new Map<string, object>();

  /** @param capacity - values per generation; two generations are kept */
  constructor(private readonly capacity = 50_000) {}

  /** The value, or an equal one that was met before. Neither may be changed. */
  share<T>(value: T): T {
    if (typeof value !== 'object' || value === null || isLarge(value)) {
      return value;
    }
    const key = JSON.stringify(value);
    return key.length <= MAX_KEY ? this.#take(key, value) : value;
  }

  #take<T extends object>(key: string, value: T): T {
    const young = this.#young.get(key);
    if (young !== undefined) {
      return young as T;
    }
    const kept = this.#old.get(key) ?? value;
    if (this.#young.size >= this.capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, kept);
    return kept as T;
  }
}

function isLarge(value: object): boolean {
  const { length } = Array.isArray(value) ? value : Object.keys(value);
  return length > MAX_PARTS;
}

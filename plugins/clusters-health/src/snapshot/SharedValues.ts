/** Longer texts are rarely the same twice. */
const MAX_KEY = 512;

/**
 * One copy of values that are equal, for as long as they are met again and
 * again. Thousands of objects say the same: labels, tolerations, reasons. What
 * was not met for a whole generation is forgotten, so the size is bounded.
 */
export class SharedValues {
  #young = new Map<string, unknown>();
  #old = new Map<string, unknown>();

  /** @param capacity - values per generation; two generations are kept */
  constructor(private readonly capacity = 50_000) {}

  /** The value, or an equal one that was met before. Neither may be changed. */
  share<T>(value: T): T {
    if (typeof value === 'string') {
      return value.length <= MAX_KEY ? this.#take(value, value) : value;
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    this.#shareInside(value as Record<string, unknown>);
    const key = JSON.stringify(value);
    return key.length <= MAX_KEY ? this.#take(key, value) : value;
  }

  /** Shares what an object of its own, such as the facts of a Node, is made of. */
  shareInside<T extends object>(value: T): T {
    this.#shareInside(value as Record<string, unknown>);
    return value;
  }

  #shareInside(value: Record<string, unknown>): void {
    for (const key of Object.keys(value)) {
      const inner = value[key];
      if (typeof inner === 'string' || typeof inner === 'object') {
        value[key] = this.share(inner);
      }
    }
  }

  #take<T>(key: string, value: T): T {
    const young = this.#young.get(key);
    if (young !== undefined && typeof young === typeof value) {
      return young as T;
    }
    const old = this.#old.get(key);
    const kept = old !== undefined && typeof old === typeof value ? old : value;
    if (this.#young.size >= this.capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, kept);
    return kept as T;
  }
}

/** Size that is counted for each value and each name, besides its characters. */
const PART_SIZE = 4;
/**
 * Memory that a value or a name takes besides its characters, in bytes: an
 * object, a text, or a number outside of 31 bits.
 */
const PART_BYTES = 64;
/** The characters of a text that its hash depends on. */
const FIRST_CHARACTERS = 8;
const LAST_CHARACTERS = 16;

/**
 * Computes hashes of values of JSON. Equal values have equal hashes. Of a long
 * text, only the beginning and the end count: names of Kubernetes objects
 * differ there.
 */
export class JsonHash {
  readonly #maxSize: number;
  #left = 0;
  #bytes = 0;

  /**
   * @param maxSize - the characters in the largest value that gets a hash, and
   *   four for each name and value in it
   */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** The hash of a value; undefined for a value above the maximum size. */
  of(value: unknown): number | undefined {
    this.#left = this.#maxSize;
    this.#bytes = 0;
    const hash = this.#value(value);
    return this.#left < 0 ? undefined : hash;
  }

  /** About the memory that the last value takes, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  #value(value: unknown): number {
    if (typeof value === 'string') {
      return this.#text(value);
    }
    this.#left -= PART_SIZE;
    this.#bytes += PART_BYTES;
    if (typeof value === 'number') {
      // The low and the high half, because times have more than 32 bits.
      return mix(value, value / 0x1_0000_0000);
    }
    if (typeof value !== 'object' || value === null) {
      return value ? 1 : 0;
    }
    return Array.isArray(value)
      ? this.#list(value)
      : this.#record(value as Record<string, unknown>);
  }

  #list(members: unknown[]): number {
    let hash = members.length;
    for (let at = 0; at < members.length && this.#left >= 0; at += 1) {
      hash = mix(hash, this.#value(members[at]));
    }
    return hash;
  }

  #record(fields: Record<string, unknown>): number {
    let hash = -1;
    for (const name of Object.keys(fields)) {
      if (this.#left < 0) {
        break;
      }
      hash = mix(mix(hash, this.#text(name)), this.#value(fields[name]));
    }
    return hash;
  }

  #text(text: string): number {
    const { length } = text;
    this.#left -= PART_SIZE + length;
    this.#bytes += PART_BYTES + length;
    const first = Math.min(length, FIRST_CHARACTERS);
    let hash = length;
    for (let at = 0; at < first; at += 1) {
      hash = mix(hash, text.charCodeAt(at));
    }
    for (
      let at = Math.max(first, length - LAST_CHARACTERS);
      at < length;
      at += 1
    ) {
      hash = mix(hash, text.charCodeAt(at));
    }
    return hash;
  }
}

/** One step of the hash FNV-1a. */
function mix(hash: number, part: number): number {
  return Math.imul(hash ^ part, 0x01000193);
}

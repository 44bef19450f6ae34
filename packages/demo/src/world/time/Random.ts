/** Random numbers that are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: string) {
    // FNV-1a, so that similar names give different worlds.
    let hash = 2166136261;
    for (const character of seed) {
      hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
    }
    this.#state = hash >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Characters of an alphabet. */
  text(length: number, alphabet: string): string {
    let text = '';
    for (let index = 0; index < length; index += 1) {
      text += alphabet[this.integer(0, alphabet.length - 1)];
    }
    return text;
  }

  /** The suffix that Kubernetes generates for a name. */
  suffix(length = 5): string {
    return this.text(length, 'bcdfghjklmnpqrstvwxz2456789');
  }

  hex(length: number): string {
    return this.text(length, '0123456789abcdef');
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(
      3,
    )}-${this.hex(12)}`;
  }
}

import {
  cidrSize,
  formatCidr,
  parseCidr,
} from '@clusterworks/plugin-clusters-spec';

/** Addresses of a delegated prefix, a /28. */
const PREFIX_SIZE = 16;

/** Every subnet keeps its first four addresses and the last to AWS. */
const RESERVED = 4;

/** Hands out the addresses of one subnet, as numbers counted from its first. */
export class SubnetAddresses {
  readonly #first: number;
  readonly #size: number;
  readonly #taken = new Set<number>();
  #next = RESERVED;

  constructor(cidr: string) {
    const parsed = parseCidr(cidr);
    this.#first = parsed.first;
    this.#size = cidrSize(parsed);
  }

  /** The next free address after the last one, or undefined. */
  take(): string | undefined {
    const usable = this.#size - RESERVED - 1;
    for (let tried = 0; tried < usable; tried += 1) {
      const offset = this.#next;
      this.#next = offset + 2 < this.#size ? offset + 1 : RESERVED;
      if (!this.#taken.has(offset)) {
        this.#taken.add(offset);
        return this.#text(offset);
      }
    }
    return undefined;
  }

  /**
   * A free /28 with its addresses, taken from the end of the subnet, away from
   * single addresses.
   */
  takePrefix(): { prefix: string; addresses: string[] } | undefined {
    const last = this.#size - 2 * PREFIX_SIZE;
    for (let start = last; start >= PREFIX_SIZE; start -= PREFIX_SIZE) {
      const block = Array.from({ length: PREFIX_SIZE }, (_, i) => start + i);
      if (!block.some(offset => this.#taken.has(offset))) {
        block.forEach(offset => this.#taken.add(offset));
        return {
          prefix: formatCidr({ first: this.#first + start, prefix: 28 }),
          addresses: block.map(offset => this.#text(offset)),
        };
      }
    }
    return undefined;
  }

  release(address: string): void {
    this.#taken.delete(parseCidr(`${address}/32`).first - this.#first);
  }

  #text(offset: number): string {
    return formatCidr({ first: this.#first + offset, prefix: 32 }).slice(0, -3);
  }
}

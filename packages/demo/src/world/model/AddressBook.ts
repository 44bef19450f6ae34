/** A network interface of an instance. */
export interface Eni {
  id: string;
  number: number;
  ip: string;
  mac: string;
  addresses: string[];
  prefixes: string[];
}

/** `10.0.0.1` as a number. */
export function addressNumber(address: string): number {
  return address
    .split('.')
    .reduce((total, part) => total * 256 + Number(part), 0);
}

/** A number as `10.0.0.1`. */
export function addressText(value: number): string {
  return [24, 16, 8, 0].map(shift => (value / 2 ** shift) & 255).join('.');
}

/** The addresses of one subnet. */
export class AddressBook {
  private readonly first: number;
  private readonly size: number;
  private readonly taken = new Set<number>();
  private nextSingle = 0;

  constructor(readonly cidr: string) {
    const [base, prefix] = cidr.split('/');
    this.first = addressNumber(base);
    this.size = 2 ** (32 - Number(prefix));
    // The first four and the last are AWS's own.
    [0, 1, 2, 3, this.size - 1].forEach(offset => this.taken.add(offset));
  }

  get free(): number {
    return this.size - this.taken.size;
  }

  /** The next free address after the last one, or undefined. */
  take(): string | undefined {
    for (let tried = 0; tried < this.size; tried += 1) {
      const offset = this.nextSingle;
      this.nextSingle = (this.nextSingle + 1) % this.size;
      if (!this.taken.has(offset)) {
        this.taken.add(offset);
        return addressText(this.first + offset);
      }
    }
    return undefined;
  }

  /** A free /28, searched from the end so that it stays apart from singles. */
  takePrefix(): string | undefined {
    for (let offset = this.size - 16; offset >= 0; offset -= 16) {
      const block = Array.from({ length: 16 }, (_, index) => offset + index);
      if (block.every(address => !this.taken.has(address))) {
        block.forEach(address => this.taken.add(address));
        return `${addressText(this.first + offset)}/28`;
      }
    }
    return undefined;
  }

  release(address: string): void {
    this.taken.delete(addressNumber(address) - this.first);
  }

  /** Fills the subnet until so many addresses are left. */
  leave(count: number): void {
    while (this.free > count) {
      this.take();
    }
  }
}

/** The sixteen addresses of a /28. */
export function prefixAddresses(prefix: string): string[] {
  const first = addressNumber(prefix.split('/')[0]);
  return Array.from({ length: 16 }, (_, index) => addressText(first + index));
}

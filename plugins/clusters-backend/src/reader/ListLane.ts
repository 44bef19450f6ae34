import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { Semaphore } from './Semaphore';

/**
 * Chooses the gate that a cluster's lists go through. Servers that failed or
 * are slow share a gate of their own, so that the others are not delayed.
 */
export class ListLane {
  readonly #gates: ReaderGates;
  readonly #slowMs: number;
  #isSlow = false;

  constructor(gates: ReaderGates, { slowPageMs }: ReaderLimits) {
    this.#gates = gates;
    this.#slowMs = slowPageMs;
  }

  get gate(): Semaphore {
    return this.#isSlow ? this.#gates.relisting : this.#gates.listing;
  }

  /** Called when a page was received, with its duration. */
  took(milliseconds: number): void {
    this.#isSlow = milliseconds > this.#slowMs;
  }

  /** Called when a page could not be fetched. */
  failed(): void {
    this.#isSlow = true;
  }
}

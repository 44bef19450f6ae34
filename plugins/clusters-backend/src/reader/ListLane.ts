import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { Semaphore } from './Semaphore';

/**
 * Which of the gates for lists a cluster goes through: however many servers
 * send nothing, or very slowly, those that answer are not kept waiting.
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

  /** To be called when a page came, with how long it took. */
  took(milliseconds: number): void {
    this.#isSlow = milliseconds > this.#slowMs;
  }

  /** To be called when a page did not come. */
  failed(): void {
    this.#isSlow = true;
  }
}

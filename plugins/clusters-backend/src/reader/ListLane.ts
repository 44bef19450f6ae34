import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { Urgency } from './WorkQueue';

/** More than a cluster of some hundred nodes has. */
const PAGES_PER_TURN = 64;

/**
 * The way that a cluster's lists go. Servers that failed or are slow share a
 * gate of their own, so that the others are not delayed.
 *
 * A cluster that began to be read is read to its end before others begin: when
 * a thousand are read after a start, each is judged with everything once,
 * instead of again and again with one more kind. A large cluster queues again
 * after some pages, so that small ones do not wait until it is read.
 */
export class ListLane {
  readonly #gates: ReaderGates;
  readonly #slowMs: number;
  #isSlow = false;
  #turn = 0;
  #pagesLeft = 0;

  constructor(gates: ReaderGates, { slowPageMs }: ReaderLimits) {
    this.#gates = gates;
    this.#slowMs = slowPageMs;
  }

  /**
   * Enters as soon as a page may be fetched; rejects when aborted before.
   *
   * @returns a function that is called when the page was read
   */
  enter(signal: AbortSignal, urgency: Urgency): Promise<() => void> {
    const { listing, relisting, turns } = this.#gates;
    if (this.#pagesLeft === 0) {
      this.#turn = turns.next();
      this.#pagesLeft = PAGES_PER_TURN;
    }
    this.#pagesLeft -= 1;
    const gate = this.#isSlow ? relisting : listing;
    return gate.enter(signal, urgency, this.#turn);
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

/** API servers send none; proxies send a 100 or a 103. */
const MAX = 8;

/** Counts the 1xx answers to one request, of which there may be any number. */
export class InformationLimit {
  #count = 0;

  /** Counts one more; true when these are more than an honest server sends. */
  exceeded(): boolean {
    this.#count += 1;
    return this.#count > MAX;
  }
}

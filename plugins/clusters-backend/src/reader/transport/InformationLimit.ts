/** API servers send no 1xx answers; proxies send a 100 or a 103. */
const MAX = 8;

/** Counts the 1xx answers to one request; HTTP does not limit their number. */
export class InformationLimit {
  #count = 0;

  /**
   * Counts one more; returns whether there are more than an honest server
   * sends.
   */
  exceeded(): boolean {
    this.#count += 1;
    return this.#count > MAX;
  }
}

/** An answer and the tag that the backend gave it. */
export interface RememberedResponse {
  etag: string;
  value: unknown;
}

/** How many answers are kept; a page needs a handful. */
const CAPACITY = 20;

/** The newest answers by address, the one used longest ago forgotten first. */
export class ResponseMemory {
  readonly #entries = new Map<string, RememberedResponse>();

  get(key: string): RememberedResponse | undefined {
    const entry = this.#entries.get(key);
    if (entry) {
      this.set(key, entry);
    }
    return entry;
  }

  set(key: string, entry: RememberedResponse): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > CAPACITY) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }
}

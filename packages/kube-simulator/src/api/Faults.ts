/** What a faulty API server does with a request. */
export type FaultAction =
  | { type: 'hang' }
  | { type: 'slow'; delayMs: number }
  | {
      type: 'status';
      code: 401 | 403 | 404 | 429 | 500 | 503;
      retryAfterSeconds?: number;
    }
  /** The JSON ends in the middle. */
  | { type: 'truncate' }
  /** Not JSON at all, as a proxy's error page is not. */
  | { type: 'malformed' }
  | { type: 'reset' }
  /** The list is padded to at least this size. */
  | { type: 'flood'; bytes: number }
  /** The server's clock, as its answers tell it, is ahead by so much. */
  | { type: 'skew'; aheadMs: number };

/** Which requests a fault is for; an absent field means all. */
export interface FaultMatch {
  /** `<plural>[.<group>]`. */
  resource?: string;
  verb?: 'get' | 'list' | 'watch';
}

/** A fault in force. */
export interface Fault {
  match: FaultMatch;
  action: FaultAction;
}

/** The faults of one simulated cluster, switched on and off while it runs. */
export class Faults {
  readonly #active = new Set<Fault>();

  /** Switches a fault on; the answer switches it off. */
  add(action: FaultAction, match: FaultMatch = {}): () => void {
    const fault = { action, match };
    this.#active.add(fault);
    return () => {
      this.#active.delete(fault);
    };
  }

  /** Switches everything off. */
  clear(): void {
    this.#active.clear();
  }

  /** The newest fault for a request. */
  find(verb: string | undefined, resource: string | undefined) {
    return [...this.#active]
      .reverse()
      .find(
        ({ match }) =>
          (match.resource === undefined || match.resource === resource) &&
          (match.verb === undefined || match.verb === verb),
      )?.action;
  }
}

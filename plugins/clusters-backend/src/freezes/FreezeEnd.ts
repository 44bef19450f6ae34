/** How far the end of a freeze is. */
export type FreezeOutcome =
  /** A pull request waits to be merged. */
  | { state: 'opened'; pullRequestUrl: string }
  /** A person has to open it: the portal may not write by itself. */
  | { state: 'asked' }
  /** It could not be opened, and is tried again. */
  | { state: 'failed'; problem: string };

/** The end of one freeze, as it is remembered. */
export interface FreezeEnd {
  /** Key of the cluster. */
  identity: string;
  /** The end that git wants: another one is another freeze. */
  until: string;
  outcome: FreezeOutcome;
  /** Entities that have not been told of the outcome yet. */
  recipients: string[];
  /** When it was last tried, in milliseconds since 1970. */
  at: number;
}

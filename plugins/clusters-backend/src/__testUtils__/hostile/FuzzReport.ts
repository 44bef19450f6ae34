/** What reading hostile servers cost and did. */
export interface FuzzReport {
  /** Servers that were read and left again. */
  servers: number;
  /** States that sources were seen in, and how often. */
  states: Record<string, number>;
  /** Longest turn of the event loop, in milliseconds. */
  longestTurnMs: number;
  /** Longest that it took to leave a server, in milliseconds. */
  longestStopMs: number;
  /** How much the process grew while it read, and once it had left all. */
  peakMebibytes: number;
  leftMebibytes: number;
  /** Looks at the honest neighbour in which it could not be read. */
  neighbourLost: number;
  /** What was thrown, with the seed of its server. */
  failures: string[];
}

import type { Cost } from '@clusterworks/fuzz';

/** What it cost to read hostile servers, and what happened. */
export interface FuzzReport extends Cost {
  /** How many servers were connected to, read and disconnected again. */
  servers: number;
  /** How often a source was seen in each state. */
  states: Record<string, number>;
  /** The longest time it took to disconnect from a server, in milliseconds. */
  longestStopMs: number;
  /** By how much the process had grown after it left all servers. */
  leftMebibytes: number;
  /** How many times the well-behaved server beside them could not be read. */
  neighbourLost: number;
  /** Errors that were thrown, each with the seed of its server. */
  failures: string[];
}

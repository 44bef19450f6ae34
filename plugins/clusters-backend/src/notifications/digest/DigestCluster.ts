import type { FleetRow, Verdict } from '@clusterworks/plugin-clusters-common';

/** What a digest says of one cluster. */
export interface DigestCluster {
  row: FleetRow;
  /** Changes of its verdict since the last digest, the oldest first. */
  changes: readonly DigestChange[];
}

/** A change of a verdict. */
export interface DigestChange {
  /** Milliseconds since 1970. */
  at: number;
  /** Absent for the first verdict of a cluster. */
  from?: Verdict;
  to: Verdict;
}

import type { WavePull } from '@clusterworks/plugin-clusters-common';

/** What was seen of one cluster of a wave. */
export interface WaveObservation {
  /** The cluster in the fleet; null when the fleet does not have it. */
  cluster: SeenCluster | null;
  /** What git says; absent when it was not asked, or did not answer. */
  git?: SeenGit;
}

/** A cluster as the fleet knows it. */
export interface SeenCluster {
  /**
   * Absent while the portal connects: then nothing is known, and nothing has
   * changed either.
   */
  health?: 'critical' | 'degraded' | 'unknown' | 'healthy';
  /** Whether the cluster was seen to have what the wave brings. */
  reached: boolean;
  /** Whether git says that it is being taken down. */
  leaving: boolean;
}

/** What git says about a cluster. */
export interface SeenGit {
  /** Whether the base branch wants what the wave brings. */
  reached: boolean;
  /** The pull request that brings it. */
  pull?: WavePull & { state: 'open' | 'merged' | 'closed' };
  /** Another change that is open. */
  other?: WavePull;
}

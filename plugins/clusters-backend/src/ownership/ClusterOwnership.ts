/** Decides which clusters this backend reads. */
export interface ClusterOwnership {
  /**
   * Distributes the clusters among the backends again.
   *
   * @param clusters - keys of all clusters
   * @returns the keys of the clusters that this backend owns until the next
   * call
   */
  settle(clusters: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives up all clusters of this backend. */
  release(): Promise<void>;
}

/** Used when only one backend exists, which therefore reads all clusters. */
export class SoleOwnership implements ClusterOwnership {
  async settle(clusters: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(clusters);
  }

  async release(): Promise<void> {}
}

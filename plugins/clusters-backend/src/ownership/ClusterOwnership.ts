/** Says which clusters this backend reads. */
export interface ClusterOwnership {
  /**
   * Shares the clusters out again.
   *
   * @param clusters - names of all clusters there are
   * @returns the names of those that are ours until the next call
   */
  settle(clusters: readonly string[]): Promise<ReadonlySet<string>>;
  /** Gives everything back. */
  release(): Promise<void>;
}

/** The only backend there is reads everything. */
export class SoleOwnership implements ClusterOwnership {
  async settle(clusters: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(clusters);
  }

  async release(): Promise<void> {}
}

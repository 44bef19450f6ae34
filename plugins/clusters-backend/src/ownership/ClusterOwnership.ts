/** What a backend has done so far, and how much more it can do. */
export interface ReadingProgress {
  /** How many clusters that nobody reads this backend may begin to read now. */
  room: number;
  /** The same of clusters that others read until it can take them over. */
  roomToMove: number;
  /**
   * Whether this backend has read a cluster that it is to take over.
   *
   * @param isUrgent - whether it suffices to have read what a verdict requires
   */
  isRead(cluster: string, isUrgent: boolean): boolean;
  /**
   * Whether this backend could not read a cluster for so long that it should
   * stay where it is.
   */
  cannotRead(cluster: string): boolean;
}

/** The clusters of one backend until the next distribution, by their keys. */
export interface OwnClusters {
  /** The clusters that this backend reads, judges and saves. */
  owned: ReadonlySet<string>;
  /**
   * The clusters that another backend still reads, and this one begins to
   * read, so that it can take them over without a gap.
   */
  coming: ReadonlySet<string>;
  /** Whether the next distribution should follow soon. */
  isMoving: boolean;
  /** Whether other backends are there that could take clusters over. */
  hasOthers: boolean;
}

/** Decides which clusters this backend reads. */
export interface ClusterOwnership {
  /**
   * Distributes the clusters among the backends again.
   *
   * @param clusters - keys of all clusters
   */
  settle(
    clusters: readonly string[],
    progress: ReadingProgress,
  ): Promise<OwnClusters>;
  /**
   * From the next distribution on, other backends take the clusters of this one
   * over.
   */
  leave(): void;
  /** Gives up all clusters of this backend. */
  release(): Promise<void>;
}

/** Used when only one backend exists, which therefore reads all clusters. */
export class SoleOwnership implements ClusterOwnership {
  async settle(clusters: readonly string[]): Promise<OwnClusters> {
    return {
      owned: new Set(clusters),
      coming: new Set(),
      isMoving: false,
      hasOthers: false,
    };
  }

  leave(): void {}

  async release(): Promise<void> {}
}

/** A backend that shares the clusters with others. */
export interface SharingBackend {
  id: string;
  /** Whether it stops, and others should take its clusters over. */
  leaving: boolean;
}

/** Which backend reads a cluster, and which one is about to. */
export interface Lease {
  identity: string;
  owner: string;
  /** Whether the owner did not renew it in time. */
  expired: boolean;
  /**
   * The backend that reads the cluster already in order to take it over; absent
   * when there is none, or when it did not report in time.
   */
  heir?: string;
}

/** Backends and leases at one time, as one backend finds them. */
export interface LeaseTableView {
  /** All backends that are alive. */
  backends: readonly SharingBackend[];
  leases: readonly Lease[];
}

/** What all backends look at when they distribute the clusters. */
export interface LeaseView extends LeaseTableView {
  /** Keys of all clusters. */
  clusters: readonly string[];
  /** How much work a cluster is. */
  weigh(cluster: string): number;
}

/** What one backend should do next. */
export interface LeasePlan {
  /** Clusters that nobody reads, to read at once. */
  claim: string[];
  /** Clusters of backends that leave, to read and then take over. */
  inherit: string[];
  /** The same of backends that have more than their share. */
  move: string[];
}

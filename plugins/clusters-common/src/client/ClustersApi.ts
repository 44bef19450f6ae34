import type {
  ClusterDetail,
  FleetQuery,
  FleetResponse,
  HistoryResponse,
  HistoryWindow,
  ObservationsResponse,
  RenderResponse,
} from '../api';

/** Options of every request of {@link ClustersApi}. */
export interface ClustersRequestOptions {
  /** A Backstage token; browsers leave it out, their fetch adds it. */
  token?: string;
  /** Ends the request early. */
  signal?: AbortSignal;
}

/**
 * What the clusters backend answers.
 *
 * Every method throws a `ResponseError` when the backend refuses, for example
 * with `NotFoundError` for a cluster that does not exist or may not be seen.
 */
export interface ClustersApi {
  /** The clusters that the caller may see, filtered, sorted and paged. */
  getFleet(
    query?: FleetQuery,
    options?: ClustersRequestOptions,
  ): Promise<FleetResponse>;

  /** One cluster with its findings and what its pages show. */
  getCluster(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ClusterDetail>;

  /** The trends and verdict changes of one cluster. */
  getHistory(
    name: string,
    window: HistoryWindow,
    options?: ClustersRequestOptions,
  ): Promise<HistoryResponse>;

  /**
   * The files that a spec gives; writes nothing.
   *
   * @param spec - a `cluster.yaml` as an object; a bad one gives an
   * `InputError` that lists all problems
   */
  render(
    spec: unknown,
    options?: ClustersRequestOptions,
  ): Promise<RenderResponse>;

  /** What was seen of every cluster; only for service principals. */
  getObservations(
    options?: ClustersRequestOptions,
  ): Promise<ObservationsResponse>;
}

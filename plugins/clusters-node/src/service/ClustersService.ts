import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ChangePreviewRequest,
  ChangePreviewResponse,
  ClusterDetail,
  DocumentsResponse,
  FleetHistoryResponse,
  FleetQuery,
  FleetResponse,
  HistoryResponse,
  HistoryWindow,
  LedgerResponse,
  ObservationsResponse,
  RenderResponse,
} from '@clusterworks/plugin-clusters-common';

/**
 * The caller on whose behalf a {@link ClustersService} request is made.
 *
 * @public
 */
export interface ClustersServiceRequestOptions {
  /**
   * Credentials of the user who sent the original request, or the plugin's own.
   */
  credentials: BackstageCredentials;
  /** Aborts the request. */
  signal?: AbortSignal;
}

/**
 * Client of the clusters backend for other backend plugins and modules.
 *
 * Every method throws a `ResponseError` when the backend refuses, for example
 * with `NotFoundError` for a cluster that does not exist or may not be seen.
 *
 * @public
 */
export interface ClustersService {
  /** The clusters that the credentials may see, filtered, sorted and paged. */
  getFleet(
    query: FleetQuery,
    options: ClustersServiceRequestOptions,
  ): Promise<FleetResponse>;

  /** One cluster with its findings and the data of its pages. */
  getCluster(
    name: string,
    options: ClustersServiceRequestOptions,
  ): Promise<ClusterDetail>;

  /**
   * The last 24 hours of clusters, in cells of a quarter of an hour; names that
   * do not exist or may not be seen are left out.
   *
   * @param names - at most 100
   */
  getFleetHistory(
    names: readonly string[],
    options: ClustersServiceRequestOptions,
  ): Promise<FleetHistoryResponse>;

  /** The trends and verdict changes of one cluster. */
  getHistory(
    name: string,
    window: HistoryWindow,
    options: ClustersServiceRequestOptions,
  ): Promise<HistoryResponse>;

  /** The ranges of addresses of the clusters that the credentials may see. */
  getLedger(options: ClustersServiceRequestOptions): Promise<LedgerResponse>;

  /** The files that a spec renders to; writes nothing. */
  render(
    spec: unknown,
    options: ClustersServiceRequestOptions,
  ): Promise<RenderResponse>;

  /** The effects of a change of a cluster; writes nothing. */
  previewChange(
    name: string,
    change: ChangePreviewRequest,
    options: ClustersServiceRequestOptions,
  ): Promise<ChangePreviewResponse>;

  /** The observations of every cluster; only for service principals. */
  getObservations(
    options: ClustersServiceRequestOptions,
  ): Promise<ObservationsResponse>;

  /** What a search finds every cluster by; only for service principals. */
  getDocuments(
    options: ClustersServiceRequestOptions,
  ): Promise<DocumentsResponse>;
}

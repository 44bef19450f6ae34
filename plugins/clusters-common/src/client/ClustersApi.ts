import type {
  ChangePreviewRequest,
  ChangePreviewResponse,
  ChangeProgress,
  ClusterDetail,
  ClusterInGitResponse,
  ClusterMerges,
  ClusterMute,
  CreationPreviewRequest,
  CreationPreviewResponse,
  DocumentsResponse,
  DrainPlan,
  NodePods,
  FleetHistoryResponse,
  FleetQuery,
  FleetResponse,
  FreezeResponse,
  HistoryResponse,
  HistoryWindow,
  LedgerResponse,
  MuteRequest,
  MutesResponse,
  ObservationsResponse,
  RenderResponse,
  Wave,
  WaveCommand,
  WaveCommandOptions,
  WavePlan,
  WaveRequest,
  WavesResponse,
} from '../api';

/**
 * Options of every request of {@link ClustersApi}.
 *
 * @public
 */
export interface ClustersRequestOptions {
  /** A Backstage token; not needed in browsers, where the fetch API adds it. */
  token?: string;
  /** Aborts the request. */
  signal?: AbortSignal;
}

/**
 * Client of the clusters backend's API.
 *
 * Every method throws a `ResponseError` when the backend refuses, for example
 * with `NotFoundError` for a cluster that does not exist or may not be seen.
 *
 * @public
 */
export interface ClustersApi {
  /** The clusters that the caller may see, filtered, sorted and paged. */
  getFleet(
    query?: FleetQuery,
    options?: ClustersRequestOptions,
  ): Promise<FleetResponse>;

  /** One cluster with its findings and the data of its pages. */
  getCluster(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ClusterDetail>;

  /**
   * The last 24 hours of clusters, in cells of a quarter of an hour; names that
   * do not exist or may not be seen are left out.
   *
   * @param names - at most 100
   */
  getFleetHistory(
    names: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<FleetHistoryResponse>;

  /** The trends and verdict changes of one cluster. */
  getHistory(
    name: string,
    window: HistoryWindow,
    options?: ClustersRequestOptions,
  ): Promise<HistoryResponse>;

  /**
   * The pull requests of the portal about one cluster that were merged within
   * the last 24 hours.
   */
  getMerges(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ClusterMerges>;

  /**
   * What draining nodes at the same time would do; drains nothing.
   *
   * @param nodes - at most 20 names of nodes
   */
  getDrainPlan(
    name: string,
    nodes: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<DrainPlan>;

  /** The findings of a cluster that are muted now, by whom, why and until when. */
  getMutes(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<MutesResponse>;

  /**
   * Mutes a finding, or changes its mute; refused to callers without the
   * permission `clusters.cluster.mute`.
   *
   * @param finding - id of the finding
   */
  muteFinding(
    name: string,
    finding: string,
    mute: MuteRequest,
    options?: ClustersRequestOptions,
  ): Promise<ClusterMute>;

  /** Ends the mute of a finding; needs the permission that muting needs. */
  unmuteFinding(
    name: string,
    finding: string,
    options?: ClustersRequestOptions,
  ): Promise<void>;

  /**
   * The pods on some nodes, with their requests and what they hold.
   *
   * @param nodes - at most 20 names of nodes
   */
  getNodePods(
    name: string,
    nodes: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<NodePods>;

  /** The ranges of addresses of the clusters that the caller may see. */
  getLedger(options?: ClustersRequestOptions): Promise<LedgerResponse>;

  /**
   * How far the change of a pull request is.
   *
   * @param pull - address of the page of the pull request
   */
  getChangeProgress(
    pull: string,
    options?: ClustersRequestOptions,
  ): Promise<ChangeProgress>;

  /**
   * The files that a spec renders to; writes nothing.
   *
   * @param spec - a `cluster.yaml` as an object; an invalid one gives an
   *   `InputError` that lists all problems, and addresses that another cluster
   *   has a `ConflictError`
   */
  render(
    spec: unknown,
    options?: ClustersRequestOptions & {
      /** Why the cluster may share addresses with another one. */
      overlapAcknowledgement?: string;
    },
  ): Promise<RenderResponse>;

  /**
   * The state of a cluster in git, with which a form starts; refused to callers
   * who may change nothing about the cluster.
   */
  getClusterInGit(
    name: string,
    options?: ClustersRequestOptions & {
      /**
       * Whether to read the open change's text instead of the base branch's.
       */
      ofOpenChange?: boolean;
    },
  ): Promise<ClusterInGitResponse>;

  /** The effects of a change of a cluster; writes nothing. */
  previewChange(
    name: string,
    change: ChangePreviewRequest,
    options?: ClustersRequestOptions,
  ): Promise<ChangePreviewResponse>;

  /**
   * What the pull request that creates a cluster would do to the platform
   * repository; writes nothing. Needs the permission that `render` needs.
   */
  previewCreation(
    creation: CreationPreviewRequest,
    options?: ClustersRequestOptions,
  ): Promise<CreationPreviewResponse>;

  /**
   * How far the pull request is that created a cluster; a `NotFoundError` when
   * no such pull request is known.
   */
  getCreationProgress(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ChangeProgress>;

  /** Until when disruption is frozen in a cluster, and how that ends. */
  getFreeze(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<FreezeResponse>;

  /**
   * The changes of many clusters that run or ran, with the clusters that the
   * caller may see.
   */
  getWaves(options?: ClustersRequestOptions): Promise<WavesResponse>;

  /** One wave, with the clusters that the caller may see. */
  getWave(id: string, options?: ClustersRequestOptions): Promise<Wave>;

  /** Which clusters a wave would change when; starts nothing. */
  planWave(
    request: WaveRequest,
    options?: ClustersRequestOptions,
  ): Promise<WavePlan>;

  /** Starts to change clusters, one group after the other. */
  startWave(
    request: WaveRequest,
    options?: ClustersRequestOptions,
  ): Promise<Wave>;

  /** Pauses, resumes or stops a wave. */
  commandWave(
    id: string,
    command: WaveCommand,
    options?: ClustersRequestOptions & WaveCommandOptions,
  ): Promise<Wave>;

  /** The observations of every cluster; only for service principals. */
  getObservations(
    options?: ClustersRequestOptions,
  ): Promise<ObservationsResponse>;

  /**
   * What a search finds every cluster by; only for service principals.
   */
  getDocuments(options?: ClustersRequestOptions): Promise<DocumentsResponse>;
}

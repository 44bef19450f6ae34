import {
  changePreviewSchema,
  changeProgressSchema,
  clusterDetailSchema,
  clusterInGitSchema,
  clusterMergesSchema,
  clusterMuteSchema,
  creationPreviewSchema,
  documentsResponseSchema,
  drainPlanSchema,
  nodePodsSchema,
  fleetHistoryResponseSchema,
  freezeSchema,
  historyResponseSchema,
  ledgerResponseSchema,
  mutesResponseSchema,
  observationsResponseSchema,
  renderResponseSchema,
  wavePlanSchema,
  waveSchema,
  wavesResponseSchema,
} from '../api';
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
import type { ClustersApi, ClustersRequestOptions } from './ClustersApi';
import { RememberingRequests } from './RememberingRequests';

/**
 * The dependencies of {@link ClustersClient}; frontend and backend APIs both
 * fit.
 *
 * @public
 */
export interface ClustersClientOptions {
  /** Finds the backend, as `discoveryApiRef` or `coreServices.discovery` do. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends requests; the global `fetch` when absent. */
  fetchApi?: { fetch: typeof fetch };
}

function mutesPath(cluster: string, finding?: string): string {
  const path = `/v1/clusters/${encodeURIComponent(cluster)}/mutes`;
  return finding === undefined
    ? path
    : `${path}/${encodeURIComponent(finding)}`;
}

/** The path of a route about some nodes of a cluster. */
function ofNodes(
  cluster: string,
  route: string,
  nodes: readonly string[],
): string {
  const query = nodes.map(encodeURIComponent).join(',');
  return `/v1/clusters/${encodeURIComponent(cluster)}/${route}?nodes=${query}`;
}

/**
 * Typed client of the clusters backend.
 *
 * Answers are validated against the schemas. An answer that did not change
 * since it was last read is neither transferred nor parsed again: the client
 * sends its ETag, and on a 304 returns the same object as before. Of the fleet,
 * only the rows that changed are transferred and parsed.
 *
 * @public
 */
export class ClustersClient implements ClustersApi {
  readonly #backend: RememberingRequests;

  constructor(options: ClustersClientOptions) {
    this.#backend = new RememberingRequests(options);
  }

  getFleet(
    query: FleetQuery = {},
    options?: ClustersRequestOptions,
  ): Promise<FleetResponse> {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        search.set(key, String(value));
      }
    }
    return this.#backend.getFleet(search, options);
  }

  getCluster(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ClusterDetail> {
    const path = `/v1/clusters/${encodeURIComponent(name)}`;
    return this.#backend.get(path, clusterDetailSchema, options);
  }

  getFleetHistory(
    names: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<FleetHistoryResponse> {
    const search = new URLSearchParams({ names: names.join(',') });
    return this.#backend.get(
      `/v1/fleet/history?${search}`,
      fleetHistoryResponseSchema,
      options,
    );
  }

  getDrainPlan(
    name: string,
    nodes: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<DrainPlan> {
    const path = ofNodes(name, 'drain-plan', nodes);
    return this.#backend.get(path, drainPlanSchema, options);
  }

  getNodePods(
    name: string,
    nodes: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<NodePods> {
    return this.#backend.get(
      ofNodes(name, 'pods', nodes),
      nodePodsSchema,
      options,
    );
  }

  getHistory(
    name: string,
    window: HistoryWindow,
    options?: ClustersRequestOptions,
  ): Promise<HistoryResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/history`;
    return this.#backend.get(
      `${path}?window=${window}`,
      historyResponseSchema,
      options,
    );
  }

  getMutes(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<MutesResponse> {
    return this.#backend.get(mutesPath(name), mutesResponseSchema, options);
  }

  async muteFinding(
    name: string,
    finding: string,
    mute: MuteRequest,
    options?: ClustersRequestOptions,
  ): Promise<ClusterMute> {
    const response = await this.#backend.send(
      mutesPath(name, finding),
      options,
      {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(mute),
      },
    );
    return clusterMuteSchema.parse(await response.json());
  }

  async unmuteFinding(
    name: string,
    finding: string,
    options?: ClustersRequestOptions,
  ): Promise<void> {
    const path = mutesPath(name, finding);
    await this.#backend.send(path, options, { method: 'DELETE', headers: {} });
  }

  getObservations(
    options?: ClustersRequestOptions,
  ): Promise<ObservationsResponse> {
    return this.#backend.get(
      '/v1/observations',
      observationsResponseSchema,
      options,
    );
  }

  getDocuments(options?: ClustersRequestOptions): Promise<DocumentsResponse> {
    return this.#backend.get('/v1/documents', documentsResponseSchema, options);
  }

  getLedger(options?: ClustersRequestOptions): Promise<LedgerResponse> {
    return this.#backend.get('/v1/ledger', ledgerResponseSchema, options);
  }

  getChangeProgress(
    pull: string,
    options?: ClustersRequestOptions,
  ): Promise<ChangeProgress> {
    const search = new URLSearchParams({ pull });
    return this.#backend.get(
      `/v1/changes?${search}`,
      changeProgressSchema,
      options,
    );
  }

  render(
    spec: unknown,
    options?: ClustersRequestOptions & { overlapAcknowledgement?: string },
  ): Promise<RenderResponse> {
    const { overlapAcknowledgement } = options ?? {};
    return this.#backend.post(
      '/v1/render',
      { spec, overlapAcknowledgement },
      renderResponseSchema,
      options,
    );
  }

  getClusterInGit(
    name: string,
    options?: ClustersRequestOptions & { ofOpenChange?: boolean },
  ): Promise<ClusterInGitResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/spec`;
    return this.#backend.get(
      options?.ofOpenChange ? `${path}?of=change` : path,
      clusterInGitSchema,
      options,
    );
  }

  previewChange(
    name: string,
    change: ChangePreviewRequest,
    options?: ClustersRequestOptions,
  ): Promise<ChangePreviewResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/preview`;
    return this.#backend.post(path, change, changePreviewSchema, options);
  }

  previewCreation(
    creation: CreationPreviewRequest,
    options?: ClustersRequestOptions,
  ): Promise<CreationPreviewResponse> {
    return this.#backend.post(
      '/v1/creation/preview',
      creation,
      creationPreviewSchema,
      options,
    );
  }

  getCreationProgress(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ChangeProgress> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/creation`;
    return this.#backend.get(path, changeProgressSchema, options);
  }

  getWaves(options?: ClustersRequestOptions): Promise<WavesResponse> {
    return this.#backend.get('/v1/waves', wavesResponseSchema, options);
  }

  getWave(id: string, options?: ClustersRequestOptions): Promise<Wave> {
    const path = `/v1/waves/${encodeURIComponent(id)}`;
    return this.#backend.get(path, waveSchema, options);
  }

  planWave(
    request: WaveRequest,
    options?: ClustersRequestOptions,
  ): Promise<WavePlan> {
    return this.#backend.post(
      '/v1/waves/plan',
      request,
      wavePlanSchema,
      options,
    );
  }

  startWave(
    request: WaveRequest,
    options?: ClustersRequestOptions,
  ): Promise<Wave> {
    return this.#backend.post('/v1/waves', request, waveSchema, options);
  }

  commandWave(
    id: string,
    command: WaveCommand,
    options: ClustersRequestOptions & WaveCommandOptions = {},
  ): Promise<Wave> {
    const { skip, ...rest } = options;
    const path = `/v1/waves/${encodeURIComponent(id)}/${command}`;
    return this.#backend.post(path, skip ? { skip } : {}, waveSchema, rest);
  }

  getFreeze(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<FreezeResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/freeze`;
    return this.#backend.get(path, freezeSchema, options);
  }

  getMerges(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ClusterMerges> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/merges`;
    return this.#backend.get(path, clusterMergesSchema, options);
  }
}

import { ResponseError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import {
  changePreviewSchema,
  changeProgressSchema,
  clusterDetailSchema,
  clusterInGitSchema,
  clusterMuteSchema,
  documentsResponseSchema,
  drainPlanSchema,
  nodePodsSchema,
  fleetAnswerSchema,
  fleetHistoryResponseSchema,
  fleetResponseSchema,
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
  ClusterMute,
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
import { fleetAfter } from './fleetAfter';

/** Maximum number of cached answers; a page needs a few of them. */
const REMEMBERED = 20;

/** An answer and its ETag, which browsers hide from pages of another origin. */
interface RememberedResponse<T = unknown> {
  etag: string | undefined;
  value: T;
}

/** Answers depend on the caller, so the token is part of the key. */
function keyOf(path: string, options?: ClustersRequestOptions): string {
  return `${options?.token ?? ''} ${path}`;
}

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
  readonly #options: ClustersClientOptions;
  readonly #answers = new LRUCache<string, RememberedResponse>({
    max: REMEMBERED,
  });

  constructor(options: ClustersClientOptions) {
    this.#options = options;
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
    return this.#getFleet(search, options);
  }

  getCluster(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<ClusterDetail> {
    const path = `/v1/clusters/${encodeURIComponent(name)}`;
    return this.#get(path, clusterDetailSchema, options);
  }

  getFleetHistory(
    names: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<FleetHistoryResponse> {
    const search = new URLSearchParams({ names: names.join(',') });
    return this.#get(
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
    return this.#get(path, drainPlanSchema, options);
  }

  getNodePods(
    name: string,
    nodes: readonly string[],
    options?: ClustersRequestOptions,
  ): Promise<NodePods> {
    return this.#get(ofNodes(name, 'pods', nodes), nodePodsSchema, options);
  }

  getHistory(
    name: string,
    window: HistoryWindow,
    options?: ClustersRequestOptions,
  ): Promise<HistoryResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/history`;
    return this.#get(
      `${path}?window=${window}`,
      historyResponseSchema,
      options,
    );
  }

  getMutes(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<MutesResponse> {
    return this.#get(mutesPath(name), mutesResponseSchema, options);
  }

  async muteFinding(
    name: string,
    finding: string,
    mute: MuteRequest,
    options?: ClustersRequestOptions,
  ): Promise<ClusterMute> {
    const response = await this.#send(mutesPath(name, finding), options, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(mute),
    });
    return clusterMuteSchema.parse(await response.json());
  }

  async unmuteFinding(
    name: string,
    finding: string,
    options?: ClustersRequestOptions,
  ): Promise<void> {
    const path = mutesPath(name, finding);
    await this.#send(path, options, { method: 'DELETE', headers: {} });
  }

  getObservations(
    options?: ClustersRequestOptions,
  ): Promise<ObservationsResponse> {
    return this.#get('/v1/observations', observationsResponseSchema, options);
  }

  getDocuments(options?: ClustersRequestOptions): Promise<DocumentsResponse> {
    return this.#get('/v1/documents', documentsResponseSchema, options);
  }

  getLedger(options?: ClustersRequestOptions): Promise<LedgerResponse> {
    return this.#get('/v1/ledger', ledgerResponseSchema, options);
  }

  getChangeProgress(
    pull: string,
    options?: ClustersRequestOptions,
  ): Promise<ChangeProgress> {
    const search = new URLSearchParams({ pull });
    return this.#get(`/v1/changes?${search}`, changeProgressSchema, options);
  }

  render(
    spec: unknown,
    options?: ClustersRequestOptions,
  ): Promise<RenderResponse> {
    return this.#post('/v1/render', { spec }, renderResponseSchema, options);
  }

  getClusterInGit(
    name: string,
    options?: ClustersRequestOptions & { ofOpenChange?: boolean },
  ): Promise<ClusterInGitResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/spec`;
    return this.#get(
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
    return this.#post(path, change, changePreviewSchema, options);
  }

  getWaves(options?: ClustersRequestOptions): Promise<WavesResponse> {
    return this.#get('/v1/waves', wavesResponseSchema, options);
  }

  getWave(id: string, options?: ClustersRequestOptions): Promise<Wave> {
    const path = `/v1/waves/${encodeURIComponent(id)}`;
    return this.#get(path, waveSchema, options);
  }

  planWave(
    request: WaveRequest,
    options?: ClustersRequestOptions,
  ): Promise<WavePlan> {
    return this.#post('/v1/waves/plan', request, wavePlanSchema, options);
  }

  startWave(
    request: WaveRequest,
    options?: ClustersRequestOptions,
  ): Promise<Wave> {
    return this.#post('/v1/waves', request, waveSchema, options);
  }

  commandWave(
    id: string,
    command: WaveCommand,
    options: ClustersRequestOptions & WaveCommandOptions = {},
  ): Promise<Wave> {
    const { skip, ...rest } = options;
    const path = `/v1/waves/${encodeURIComponent(id)}/${command}`;
    return this.#post(path, skip ? { skip } : {}, waveSchema, rest);
  }

  getFreeze(
    name: string,
    options?: ClustersRequestOptions,
  ): Promise<FreezeResponse> {
    const path = `/v1/clusters/${encodeURIComponent(name)}/freeze`;
    return this.#get(path, freezeSchema, options);
  }

  /** Asks only for what changed since the last answer to the same query. */
  async #getFleet(
    search: URLSearchParams,
    options: ClustersRequestOptions | undefined,
  ): Promise<FleetResponse> {
    const path = `/v1/fleet${search.size > 0 ? `?${search}` : ''}`;
    const key = keyOf(path, options);
    const known = this.#answers.get(key);
    const earlier = known?.value as FleetResponse | undefined;
    if (known && earlier?.version) {
      const since = new URLSearchParams(search);
      since.set('since', earlier.version);
      const changed = await this.#askForChanges(since, known, options);
      if (changed === 'same') {
        return earlier;
      }
      const fleet = changed && fleetAfter(earlier, changed.value);
      if (fleet) {
        this.#answers.set(key, { ...changed, value: fleet });
        return fleet;
      }
      // Whatever went wrong, the whole answer is right.
      this.#answers.delete(key);
    }
    return await this.#get(path, fleetResponseSchema, options);
  }

  /** @returns nothing when the backend does not understand the question */
  async #askForChanges(
    search: URLSearchParams,
    known: RememberedResponse,
    options: ClustersRequestOptions | undefined,
  ) {
    try {
      const path = `/v1/fleet?${search}`;
      return await this.#ask(path, fleetAnswerSchema, options, known);
    } catch (error) {
      // During a rolling update, an older backend may be asked.
      if (error instanceof ResponseError && error.statusCode === 400) {
        return undefined;
      }
      throw error;
    }
  }

  async #post<T extends z.ZodType>(
    path: string,
    body: unknown,
    schema: T,
    options: ClustersRequestOptions | undefined,
  ): Promise<z.infer<T>> {
    const response = await this.#send(path, options, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return schema.parse(await response.json());
  }

  async #get<T extends z.ZodType>(
    path: string,
    schema: T,
    options: ClustersRequestOptions | undefined,
  ): Promise<z.infer<T>> {
    const key = keyOf(path, options);
    const known = this.#answers.get(key);
    const answer = await this.#ask(path, schema, options, known);
    if (answer === 'same') {
      return known?.value as z.infer<T>;
    }
    this.#answers.set(key, answer);
    return answer.value;
  }

  /** @returns `same` when what is known is still the answer */
  async #ask<T extends z.ZodType>(
    path: string,
    schema: T,
    options: ClustersRequestOptions | undefined,
    known: RememberedResponse | undefined,
  ): Promise<RememberedResponse<z.infer<T>> | 'same'> {
    const response = await this.#send(path, options, {
      headers: known?.etag ? { 'If-None-Match': known.etag } : {},
    });
    if (response.status === 304 && known) {
      return 'same';
    }
    const etag = response.headers.get('etag') ?? undefined;
    return { etag, value: schema.parse(await response.json()) };
  }

  async #send(
    path: string,
    options: ClustersRequestOptions | undefined,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> {
    const baseUrl = await this.#options.discoveryApi.getBaseUrl('clusters');
    const send = this.#options.fetchApi?.fetch ?? fetch;
    const headers = { ...init.headers };
    if (options?.token) {
      headers.Authorization = `Bearer ${options.token}`;
    }
    const response = await send(`${baseUrl}${path}`, {
      ...init,
      headers,
      signal: options?.signal,
    });
    if (!response.ok && response.status !== 304) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
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

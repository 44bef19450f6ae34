import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  clusterDetailSchema,
  fleetResponseSchema,
  historyResponseSchema,
  observationsResponseSchema,
  renderResponseSchema,
} from '../api';
import type { FleetQuery, HistoryWindow } from '../api';
import type { ClustersApi, ClustersRequestOptions } from './ClustersApi';
import { ResponseMemory } from './ResponseMemory';

/** What {@link ClustersClient} needs; the core APIs of both systems fit. */
export interface ClustersClientOptions {
  /** Finds the backend, as `discoveryApiRef` or `coreServices.discovery` do. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Sends requests; the global `fetch` when absent. */
  fetchApi?: { fetch: typeof fetch };
}

/**
 * Typed client of the clusters backend.
 *
 * Answers are checked against the schemas. An answer that did not change since
 * it was read last costs no transfer and no parsing: the backend's ETag is sent
 * along, and a 304 gives the very object of before.
 */
export class ClustersClient implements ClustersApi {
  readonly #options: ClustersClientOptions;
  readonly #memory = new ResponseMemory();

  constructor(options: ClustersClientOptions) {
    this.#options = options;
  }

  getFleet(query: FleetQuery = {}, options?: ClustersRequestOptions) {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        search.set(key, String(value));
      }
    }
    const suffix = search.size > 0 ? `?${search}` : '';
    return this.#get(`/v1/fleet${suffix}`, fleetResponseSchema, options);
  }

  getCluster(name: string, options?: ClustersRequestOptions) {
    const path = `/v1/clusters/${encodeURIComponent(name)}`;
    return this.#get(path, clusterDetailSchema, options);
  }

  getHistory(
    name: string,
    window: HistoryWindow,
    options?: ClustersRequestOptions,
  ) {
    const path = `/v1/clusters/${encodeURIComponent(name)}/history`;
    return this.#get(
      `${path}?window=${window}`,
      historyResponseSchema,
      options,
    );
  }

  getObservations(options?: ClustersRequestOptions) {
    return this.#get('/v1/observations', observationsResponseSchema, options);
  }

  async render(spec: unknown, options?: ClustersRequestOptions) {
    const response = await this.#send('/v1/render', options, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ spec }),
    });
    return renderResponseSchema.parse(await response.json());
  }

  async #get<T extends z.ZodType>(
    path: string,
    schema: T,
    options: ClustersRequestOptions | undefined,
  ): Promise<z.infer<T>> {
    // Answers differ by caller, so the memory is kept by caller too.
    const key = `${options?.token ?? ''} ${path}`;
    const known = this.#memory.get(key);
    const response = await this.#send(path, options, {
      headers: known ? { 'If-None-Match': known.etag } : {},
    });
    if (response.status === 304 && known) {
      return known.value as z.infer<T>;
    }
    const value = schema.parse(await response.json());
    const etag = response.headers.get('etag');
    if (etag) {
      this.#memory.set(key, { etag, value });
    }
    return value;
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

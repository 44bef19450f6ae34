import { ResponseError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { fleetAnswerSchema, fleetResponseSchema } from '../api';
import type { FleetResponse } from '../api';
import type { ClustersRequestOptions } from './ClustersApi';
import type { ClustersClientOptions } from './ClustersClient';
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
 * Sends requests to the clusters backend, validates the answers, and remembers
 * the last ones with their ETags.
 */
export class RememberingRequests {
  readonly #options: ClustersClientOptions;
  readonly #answers = new LRUCache<string, RememberedResponse>({
    max: REMEMBERED,
  });

  constructor(options: ClustersClientOptions) {
    this.#options = options;
  }

  /** Asks only for what changed since the last answer to the same query. */
  async getFleet(
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
    return await this.get(path, fleetResponseSchema, options);
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

  async post<T extends z.ZodType>(
    path: string,
    body: unknown,
    schema: T,
    options: ClustersRequestOptions | undefined,
  ): Promise<z.infer<T>> {
    const response = await this.send(path, options, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return schema.parse(await response.json());
  }

  async get<T extends z.ZodType>(
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
    const response = await this.send(path, options, {
      headers: known?.etag ? { 'If-None-Match': known.etag } : {},
    });
    if (response.status === 304 && known) {
      return 'same';
    }
    const etag = response.headers.get('etag') ?? undefined;
    return { etag, value: schema.parse(await response.json()) };
  }

  async send(
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

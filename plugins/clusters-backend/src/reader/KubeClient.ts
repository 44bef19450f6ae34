import { ReaderError, toReaderError } from './ReaderError';
import type { ReaderCredential } from './ClusterTarget';
import type { ReaderLimits } from './ReaderLimits';
import { decompressed, readBody } from './readBody';
import { readLines } from './readLines';
import { withoutFields } from './withoutFields';
import type { ApiConnection, ApiResponse } from './transport/ApiConnection';

/** One page of a list. */
export interface ListPage {
  items: unknown[];
  resourceVersion: string;
  /** Asks for the next page; absent on the last one. */
  continueToken?: string;
  /** The server's clock minus ours, in milliseconds. */
  clockSkewMs?: number;
}

/** One line of a watch. */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: unknown;
}

/** What a request is about, for messages: `list pods`. */
export interface RequestSubject {
  verb: 'list' | 'watch' | 'get';
  what: string;
  /** Lists in the objects that nobody reads. */
  unread?: readonly string[];
}

/** Calls of the Kubernetes API that the reader makes: all of them are GETs. */
export class KubeClient {
  readonly #basePath: string;
  readonly #limits: ReaderLimits;

  constructor(url: string, limits: ReaderLimits) {
    this.#basePath = new URL(url).pathname.replace(/\/+$/, '');
    this.#limits = limits;
  }

  /** The server's version, for example `v1.35.4`, and how far its clock is off. */
  async version(
    connection: ApiConnection,
    credential: ReaderCredential,
    signal: AbortSignal,
  ): Promise<{ gitVersion?: string; clockSkewMs?: number }> {
    const subject: RequestSubject = { verb: 'get', what: 'the version' };
    const deadline = AbortSignal.timeout(2 * this.#limits.headersTimeoutMs);
    const response = await this.#get(
      connection,
      credential,
      '/version',
      subject,
      AbortSignal.any([signal, deadline]),
    );
    const clockSkewMs = skewOf(response);
    if (response.status === 403 || response.status === 404) {
      response.body.destroy();
      return { clockSkewMs };
    }
    const answer = await this.#json(response, subject, 64 * 1024);
    const { gitVersion } = answer as { gitVersion?: unknown };
    return {
      gitVersion: typeof gitVersion === 'string' ? gitVersion : undefined,
      clockSkewMs,
    };
  }

  /** Reads one page of a list. */
  async list(
    connection: ApiConnection,
    credential: ReaderCredential,
    path: string,
    query: Record<string, string>,
    subject: RequestSubject,
    signal: AbortSignal,
  ): Promise<ListPage> {
    const deadline = AbortSignal.timeout(this.#limits.pageTimeoutMs);
    const response = await this.#get(
      connection,
      credential,
      `${path}?${new URLSearchParams(query)}`,
      subject,
      AbortSignal.any([signal, deadline]),
    );
    const { maxPageBytes } = this.#limits;
    const clockSkewMs = skewOf(response);
    const list = await this.#json(response, subject, maxPageBytes);
    return { ...parsePage(list, subject), clockSkewMs };
  }

  /**
   * Follows a kind from a resource version on, until the server ends it or says
   * nothing for too long.
   *
   * @param onOpen - called when the server agreed, however long it then says
   * nothing
   */
  async *watch(
    connection: ApiConnection,
    credential: ReaderCredential,
    path: string,
    query: Record<string, string>,
    subject: RequestSubject,
    onOpen: () => void,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent, void> {
    const silence = new AbortController();
    const timer = setTimeout(
      () => silence.abort(),
      this.#limits.watchIdleTimeoutMs,
    );
    timer.unref();
    try {
      const response = await this.#get(
        connection,
        credential,
        `${path}?${new URLSearchParams({ ...query, watch: 'true' })}`,
        subject,
        AbortSignal.any([signal, silence.signal]),
      );
      if (response.status !== 200) {
        await this.#refuse(response, subject);
      }
      onOpen();
      const { maxEventBytes } = this.#limits;
      const body = decompressed(response.body, response.headers);
      for await (const line of readLines(body, maxEventBytes, () =>
        timer.refresh(),
      )) {
        if (line) {
          yield parseEvent(line, subject);
        }
      }
    } catch (error) {
      // Silence may mean that the connection is dead or that bookmarks are off:
      // asking anew finds out.
      if (!silence.signal.aborted) {
        throw toReaderError(error);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  async #get(
    connection: ApiConnection,
    credential: ReaderCredential,
    path: string,
    subject: RequestSubject,
    signal: AbortSignal,
  ): Promise<ApiResponse> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'user-agent': 'clusterworks',
      ...(subject.verb === 'list' ? { 'accept-encoding': 'gzip' } : {}),
      ...(credential.type === 'bearer'
        ? { authorization: `Bearer ${credential.token}` }
        : {}),
    };
    const late = new AbortController();
    const { headersTimeoutMs } = this.#limits;
    const timer = setTimeout(() => late.abort(), headersTimeoutMs);
    try {
      const response = await connection.get(
        `${this.#basePath}${path}`,
        headers,
        AbortSignal.any([signal, late.signal]),
      );
      response.body.on('error', () => {});
      return response;
    } catch (error) {
      if (late.signal.aborted) {
        throw new ReaderError(
          'unreachable',
          `API server unreachable: no answer within ${
            headersTimeoutMs / 1000
          } s`,
        );
      }
      throw toReaderError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #json(
    response: ApiResponse,
    subject: RequestSubject,
    maxBytes: number,
  ): Promise<unknown> {
    if (response.status !== 200) {
      await this.#refuse(response, subject);
    }
    let text: string;
    try {
      const body = decompressed(response.body, response.headers);
      const bytes = await readBody(body, maxBytes);
      text = withoutFields(bytes, subject.unread ?? []);
    } catch (error) {
      throw toReaderError(error);
    }
    return parseJson(text, subject);
  }

  async #refuse(
    response: ApiResponse,
    subject: RequestSubject,
  ): Promise<never> {
    response.body.destroy();
    throw errorOfStatus(response, subject);
  }
}

function errorOfStatus(
  response: ApiResponse,
  { verb, what }: RequestSubject,
): ReaderError {
  const { status } = response;
  const retryAfter = Number(response.headers['retry-after']) * 1000;
  switch (status) {
    case 401:
      return new ReaderError(
        'unauthorized',
        "401: the API server does not accept the portal's identity",
      );
    case 403:
      return new ReaderError(
        'forbidden',
        `403: not allowed to ${verb} ${what}`,
      );
    case 404:
      return new ReaderError('notFound', `404: the API server has no ${what}`);
    case 410:
      return new ReaderError('expired', `410: ${what} must be listed again`);
    case 429:
      return new ReaderError(
        'throttled',
        '429: the API server asks to come back later',
        Number.isFinite(retryAfter) ? Math.min(retryAfter, 60_000) : undefined,
      );
    default:
      return new ReaderError(
        'failed',
        `${status}: the API server failed to ${verb} ${what}`,
      );
  }
}

function parseJson(text: string, subject: RequestSubject): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(subject);
  }
}

function malformed({ verb, what }: RequestSubject): ReaderError {
  return new ReaderError(
    'malformed',
    `The answer to ${verb} ${what} is not what the Kubernetes API promises`,
  );
}

function parsePage(value: unknown, subject: RequestSubject): ListPage {
  const { items, metadata } = (value ?? {}) as {
    items?: unknown;
    metadata?: { resourceVersion?: unknown; continue?: unknown };
  };
  // Go writes an empty list as null.
  const list = items === null ? [] : items;
  if (!Array.isArray(list) || typeof metadata?.resourceVersion !== 'string') {
    throw malformed(subject);
  }
  const token = metadata.continue;
  return {
    items: list,
    resourceVersion: metadata.resourceVersion,
    continueToken: typeof token === 'string' && token ? token : undefined,
  };
}

const EVENT_TYPES = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);

function parseEvent(line: string, subject: RequestSubject): WatchEvent {
  const { type, object } = (parseJson(line, subject) ?? {}) as {
    type?: unknown;
    object?: unknown;
  };
  if (type === 'ERROR') {
    const { code } = (object ?? {}) as { code?: unknown };
    throw new ReaderError(
      code === 410 ? 'expired' : 'failed',
      `${code}: the watch of ${subject.what} ended`,
    );
  }
  if (typeof type !== 'string' || !EVENT_TYPES.has(type) || !object) {
    throw malformed(subject);
  }
  return { type: type as WatchEvent['type'], object };
}

function skewOf(response: ApiResponse): number | undefined {
  const date = Date.parse(String(response.headers.date));
  return Number.isFinite(date) ? date - Date.now() : undefined;
}

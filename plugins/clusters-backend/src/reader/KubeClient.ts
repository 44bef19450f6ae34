import type { ReaderCredential } from './ClusterTarget';
import { Deadline } from './Deadline';
import { malformed, ReaderError, toReaderError } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { PageBytes } from './PageBuffers';
import { gunzipBody, readBody } from './readBody';
import { readLines } from './readLines';
import type { ApiConnection, ApiResponse } from './transport/ApiConnection';

/** One page of a list as it was sent. */
export interface ListBody {
  /**
   * Decompresses it where the server compressed it.
   *
   * @throws ReaderError
   */
  unpack(): Promise<PageBytes>;
  /** The server's clock minus ours, in milliseconds. */
  clockSkewMs?: number;
}

/** A GET of the Kubernetes API. */
export interface ApiRequest {
  connection: ApiConnection;
  credential: ReaderCredential;
  path: string;
  query?: Record<string, string>;
  /** What it is about, for messages: `list pods`. */
  subject: RequestSubject;
  signal: AbortSignal;
}

/** What a request is about. */
export interface RequestSubject {
  verb: 'list' | 'watch' | 'get';
  what: string;
}

/** What is done with a watch. */
export interface WatchHandlers {
  /** Called when the server agreed, however long it then says nothing. */
  onOpen(): void;
  /** Called with each event; its bytes are valid only meanwhile. */
  onLine(line: Buffer): void;
}

/** Calls of the Kubernetes API that the reader makes: all of them are GETs. */
export class KubeClient {
  readonly #basePath: string;
  readonly #limits: ReaderLimits;
  readonly #gates: ReaderGates;

  constructor(url: string, limits: ReaderLimits, gates: ReaderGates) {
    this.#basePath = new URL(url).pathname.replace(/\/+$/, '');
    this.#limits = limits;
    this.#gates = gates;
  }

  /** The server's version, for example `v1.35.4`, and how far its clock is off. */
  async version(
    request: Omit<ApiRequest, 'path' | 'subject'>,
  ): Promise<{ gitVersion?: string; clockSkewMs?: number }> {
    const subject: RequestSubject = { verb: 'get', what: 'the version' };
    const deadline = new Deadline(request.signal);
    try {
      const response = await this.#get(
        { ...request, path: '/version', subject },
        deadline,
      );
      const clockSkewMs = skewOf(response);
      if (response.status === 403 || response.status === 404) {
        response.body.destroy();
        return { clockSkewMs };
      }
      deadline.in(this.#limits.headersTimeoutMs);
      const body = await this.#body(response, subject, 64 * 1024);
      const { gitVersion } = parseJson(body, subject);
      return {
        gitVersion: typeof gitVersion === 'string' ? gitVersion : undefined,
        clockSkewMs,
      };
    } finally {
      deadline.end();
    }
  }

  /** Fetches one page of a list. */
  async list(request: ApiRequest): Promise<ListBody> {
    const { maxPageBytes, pageTimeoutMs } = this.#limits;
    const deadline = new Deadline(request.signal);
    try {
      const response = await this.#get(request, deadline);
      deadline.in(pageTimeoutMs);
      const clockSkewMs = skewOf(response);
      const { subject } = request;
      const bytes = await this.#body(response, subject, maxPageBytes);
      const zipped = response.headers['content-encoding'] === 'gzip';
      return {
        clockSkewMs,
        unpack: async () =>
          zipped
            ? await this.#gunzip(bytes, maxPageBytes)
            : { bytes, release() {} },
      };
    } finally {
      deadline.end();
    }
  }

  /**
   * Follows a kind from a resource version on, until the server ends it or says
   * nothing for too long.
   */
  async watch(request: ApiRequest, handlers: WatchHandlers): Promise<void> {
    const { maxEventBytes, watchIdleTimeoutMs } = this.#limits;
    const deadline = new Deadline(request.signal);
    try {
      const response = await this.#get(request, deadline);
      if (response.status !== 200) {
        await this.#refuse(response, request.subject);
      }
      deadline.in(watchIdleTimeoutMs);
      handlers.onOpen();
      await readLines(
        response.body,
        maxEventBytes,
        line => {
          if (line.length > 0) {
            handlers.onLine(line);
          }
        },
        () => deadline.refresh(),
      ).catch(error => {
        // Silence may mean that the connection is dead or that bookmarks are
        // off: asking anew finds out.
        if (!deadline.passed) {
          throw toReaderError(error);
        }
      });
    } finally {
      deadline.end();
    }
  }

  async #get(request: ApiRequest, deadline: Deadline): Promise<ApiResponse> {
    const { connection, credential, path, query, subject } = request;
    const headers: Record<string, string> = {
      accept: 'application/json',
      'user-agent': 'clusterworks',
      ...(subject.verb === 'list' ? { 'accept-encoding': 'gzip' } : {}),
      ...(credential.type === 'bearer'
        ? { authorization: `Bearer ${credential.token}` }
        : {}),
    };
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const { headersTimeoutMs } = this.#limits;
    deadline.in(headersTimeoutMs);
    try {
      const response = await connection.get(
        `${this.#basePath}${path}${search}`,
        headers,
        deadline.signal,
      );
      response.body.on('error', () => {});
      return response;
    } catch (error) {
      if (deadline.passed) {
        throw new ReaderError(
          'unreachable',
          `API server unreachable: no answer within ${
            headersTimeoutMs / 1000
          } s`,
        );
      }
      throw toReaderError(error);
    }
  }

  async #body(
    response: ApiResponse,
    subject: RequestSubject,
    maxBytes: number,
  ): Promise<Buffer> {
    if (response.status !== 200) {
      await this.#refuse(response, subject);
    }
    try {
      return await readBody(response.body, maxBytes);
    } catch (error) {
      throw toReaderError(error);
    }
  }

  async #gunzip(bytes: Buffer, maxBytes: number): Promise<PageBytes> {
    try {
      return await gunzipBody(bytes, maxBytes, this.#gates.buffers);
    } catch (error) {
      throw toReaderError(error);
    }
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

function parseJson(
  bytes: Buffer,
  subject: RequestSubject,
): Record<string, unknown> {
  try {
    return JSON.parse(bytes.toString('utf8')) ?? {};
  } catch {
    throw malformed(subject.verb, subject.what);
  }
}

function skewOf(response: ApiResponse): number | undefined {
  const date = Date.parse(String(response.headers.date));
  return Number.isFinite(date) ? date - Date.now() : undefined;
}

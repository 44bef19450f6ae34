import type { Readable } from 'node:stream';
import { authorizationOf } from './authorizationOf';
import type { ReaderCredential } from './ClusterTarget';
import { Deadline } from './Deadline';
import { errorOfStatus } from './errorOfStatus';
import { gitVersionIn } from './gitVersionIn';
import { gunzipBody } from './gunzipBody';
import { MemoryBudget } from './MemoryBudget';
import type { PageBytes } from './PageBuffers';
import { readBody } from './readBody';
import { ReaderError, toReaderError } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import { readLines } from './readLines';
import { type ServerClock, serverClockOf } from './responseHeaders';
import type { RequestSubject } from './RequestSubject';
import { Throttle } from './Throttle';
import type { ApiConnection, ApiResponse } from './transport/ApiConnection';
import { untilAborted } from './untilAborted';

const MAX_VERSION_BYTES = 64 * 1024;

/** One page of a list as it was sent, possibly compressed. */
export interface ListBody {
  /**
   * Decompresses the page if the server compressed it.
   *
   * @throws ReaderError
   */
  unpack(): Promise<PageBytes>;
  /** Releases the memory; a decompressed copy must be released before. */
  release(): void;
  clock: ServerClock;
}

/** A GET of the Kubernetes API. */
export interface ApiRequest {
  connection: ApiConnection;
  credential: ReaderCredential;
  path: string;
  query?: Record<string, string>;
  /** What the request is for, used in messages: `list pods`. */
  subject: RequestSubject;
  signal: AbortSignal;
}

/** The Kubernetes API calls that the reader makes: all of them are GETs. */
export class KubeClient {
  readonly #basePath: string;
  readonly #limits: ReaderLimits;
  readonly #gates: ReaderGates;
  readonly #budget: MemoryBudget;
  readonly #throttle = new Throttle();

  constructor(url: string, limits: ReaderLimits, gates: ReaderGates) {
    this.#basePath = new URL(url).pathname.replace(/\/+$/, '');
    this.#limits = limits;
    this.#gates = gates;
    this.#budget = new MemoryBudget(
      limits.maxBytesUnderWay,
      'Answers of this cluster under way',
    );
  }

  /** The server's version, for example `v1.35.4`, and its clock. */
  async version(
    request: Omit<ApiRequest, 'path' | 'subject'>,
  ): Promise<{ gitVersion?: string; clock: ServerClock }> {
    const subject: RequestSubject = { verb: 'get', what: 'the version' };
    const deadline = new Deadline(request.signal);
    try {
      const response = await this.#get(
        { ...request, path: '/version', subject },
        deadline,
      );
      const clock = serverClockOf(response.headers);
      if (response.status === 403 || response.status === 404) {
        response.body.destroy();
        return { clock };
      }
      deadline.in(this.#limits.headersTimeoutMs);
      const { signal } = deadline;
      const body = await this.#body(
        response,
        subject,
        MAX_VERSION_BYTES,
        signal,
      );
      try {
        return { gitVersion: gitVersionIn(body.bytes, subject), clock };
      } finally {
        body.release();
      }
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
      const body = await this.#body(
        response,
        request.subject,
        maxPageBytes,
        deadline.signal,
      );
      const { bytes } = body;
      const zipped = response.headers['content-encoding'] === 'gzip';
      return {
        clock: serverClockOf(response.headers),
        release: () => body.release(),
        unpack: async () =>
          zipped
            ? await this.#gunzip(bytes, request.signal)
            : { bytes, release() {} },
      };
    } finally {
      deadline.end();
    }
  }

  /**
   * Opens a watch; resolves when the server has accepted it, however long it is
   * silent then.
   *
   * @returns the events, to be followed at once
   * @throws ReaderError
   */
  async watch(request: ApiRequest): Promise<Readable> {
    const deadline = new Deadline(request.signal);
    try {
      const response = await this.#get(request, deadline);
      if (response.status !== 200) {
        refuse(response, request.subject);
      }
      return response.body;
    } finally {
      deadline.end();
    }
  }

  /**
   * Follows an open watch until the server ends it or is silent for too long:
   * then the connection is dead or bookmarks are missing, and a new request
   * shows which.
   *
   * @param onLine - called with each event; its bytes are valid only during the
   *   call
   */
  follow(
    events: Readable,
    onLine: (line: Buffer) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { maxEventBytes, watchIdleTimeoutMs } = this.#limits;
    return readLines(events, {
      maxLineBytes: maxEventBytes,
      budget: this.#budget,
      throttle: this.#throttle,
      signal,
      idleMs: watchIdleTimeoutMs,
      onLine: line => {
        if (line.length > 0) {
          onLine(line);
        }
      },
    });
  }

  async #get(request: ApiRequest, deadline: Deadline): Promise<ApiResponse> {
    const { connection, credential, path, query, subject } = request;
    const headers: Record<string, string> = {
      accept: 'application/json',
      'user-agent': 'clusterworks',
      ...(subject.verb === 'list' ? { 'accept-encoding': 'gzip' } : {}),
      ...authorizationOf(credential),
    };
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const { headersTimeoutMs } = this.#limits;
    deadline.in(headersTimeoutMs);
    try {
      return await untilAborted(
        connection.get(
          `${this.#basePath}${path}${search}`,
          headers,
          deadline.signal,
        ),
        deadline.signal,
        late => late.body.destroy(),
      );
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
    signal: AbortSignal,
  ): Promise<PageBytes> {
    if (response.status !== 200) {
      refuse(response, subject);
    }
    try {
      const budget = this.#budget;
      return await readBody(response.body, { maxBytes, budget, signal });
    } catch (error) {
      throw toReaderError(error);
    }
  }

  async #gunzip(bytes: Buffer, outer: AbortSignal): Promise<PageBytes> {
    const { maxPageBytes, pageTimeoutMs } = this.#limits;
    const deadline = new Deadline(outer);
    deadline.in(pageTimeoutMs);
    try {
      const { buffers } = this.#gates;
      return await gunzipBody(bytes, maxPageBytes, buffers, deadline.signal);
    } catch (error) {
      throw toReaderError(error);
    } finally {
      deadline.end();
    }
  }
}

function refuse(response: ApiResponse, subject: RequestSubject): never {
  response.body.destroy();
  throw errorOfStatus(response, subject);
}

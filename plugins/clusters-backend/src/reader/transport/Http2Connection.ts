import http2 from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { usedHeaders } from '../responseHeaders';
import type { ApiConnection, ApiResponse } from './ApiConnection';
import { brokenOff } from './brokenOff';
import { InformationLimit } from './InformationLimit';

/** Large enough to receive one page of a list without a flow-control pause. */
const WINDOW_BYTES = 1024 * 1024;
/** How long running requests may continue after a GOAWAY. */
const DRAIN_MS = 60_000;

const ignore = () => {};

/** HTTP/2: one connection for all requests to a cluster. */
export class Http2Connection implements ApiConnection {
  readonly #session: http2.ClientHttp2Session;
  readonly #socket: TLSSocket;
  #draining: NodeJS.Timeout | undefined;
  #openStreams = 0;
  readonly #onStreamClosed = () => this.#endStream();

  constructor(url: URL, socket: TLSSocket) {
    this.#socket = socket;
    this.#session = http2.connect(url.origin, {
      createConnection: () => socket,
      settings: { initialWindowSize: WINDOW_BYTES, enablePush: false },
    });
    // Requests learn of a broken session from their own streams.
    this.#session.on('error', () => {});
    // The event also comes when the session was closed meanwhile.
    this.#session.once('connect', () => {
      if (!this.#session.destroyed) {
        this.#session.setLocalWindowSize(4 * WINDOW_BYTES);
      }
    });
    // A GOAWAY without an error closes the session for new requests only:
    // running ones continue, and the next request opens another connection.
    this.#session.once('goaway', () => this.#drain());
    // Node.js stores every ORIGIN frame, and API servers send none.
    this.#session.once('origin', () => this.close());
  }

  get usable(): boolean {
    return !this.#session.closed && !this.#session.destroyed;
  }

  get(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ApiResponse> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stream = this.#session.request(
        { ':method': 'GET', ':path': path, ...headers },
        { endStream: true },
      );
      this.#openStreams += 1;
      stream.on('error', ignore);
      stream.on('close', this.#onStreamClosed);
      const informed = new InformationLimit();
      const onAbort = () => fail(signal.reason);
      const onInformation = () => {
        if (informed.exceeded()) {
          fail(brokenOff());
        }
      };
      const onClose = () => fail(stream.errored ?? brokenOff());
      const onResponse = (found: http2.IncomingHttpHeaders) => {
        settle();
        resolve({
          status: Number(found[':status'] ?? 0),
          headers: usedHeaders(found),
          body: stream,
        });
      };
      /** A watch stays open for half an hour, so it holds only what it needs. */
      function settle(): void {
        signal.removeEventListener('abort', onAbort);
        stream.off('headers', onInformation);
        stream.off('close', onClose);
        stream.off('response', onResponse);
      }
      function fail(error: unknown): void {
        settle();
        stream.destroy();
        reject(error);
      }
      signal.addEventListener('abort', onAbort, { once: true });
      stream.on('headers', onInformation);
      stream.on('close', onClose);
      stream.on('response', onResponse);
    });
  }

  close(): void {
    clearTimeout(this.#draining);
    this.#session.destroy();
    this.#socket.destroy();
  }

  #drain(): void {
    this.#draining = setTimeout(() => this.close(), DRAIN_MS);
    this.#draining.unref();
    this.#closeWhenDrained();
  }

  #endStream(): void {
    this.#openStreams -= 1;
    this.#closeWhenDrained();
  }

  /**
   * By default, a session would wait until the server closes its half as well.
   */
  #closeWhenDrained(): void {
    if (this.#draining && this.#openStreams === 0) {
      this.close();
    }
  }
}

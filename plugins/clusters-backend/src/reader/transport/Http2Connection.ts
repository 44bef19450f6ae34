import http2 from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { ApiConnection, ApiResponse } from './ApiConnection';

/** Enough for one page of a list to flow without waiting for us. */
const WINDOW_BYTES = 1024 * 1024;

/** HTTP/2: one connection for everything that is read from a cluster. */
export class Http2Connection implements ApiConnection {
  readonly #session: http2.ClientHttp2Session;

  constructor(url: URL, socket: TLSSocket) {
    this.#session = http2.connect(url.origin, {
      createConnection: () => socket,
      settings: { initialWindowSize: WINDOW_BYTES, enablePush: false },
    });
    // Requests learn of a broken session on their own streams.
    this.#session.on('error', () => {});
    this.#session.once('connect', () =>
      this.#session.setLocalWindowSize(4 * WINDOW_BYTES),
    );
    // A polite GOAWAY closes the session for new requests only: what is under
    // way goes on, and the next request opens another connection.
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
      const stream = this.#session.request(
        { ':method': 'GET', ':path': path, ...headers },
        { endStream: true, signal },
      );
      // An error that nobody gets is not worth its stack trace.
      const rejectBroken = () => reject(brokenOff());
      stream.once('response', responseHeaders => {
        stream.off('close', rejectBroken);
        resolve({
          status: Number(responseHeaders[':status'] ?? 0),
          headers: responseHeaders,
          body: stream,
        });
      });
      stream.on('error', reject);
      stream.once('close', rejectBroken);
    });
  }

  close(): void {
    this.#session.destroy();
  }
}

function brokenOff(): Error {
  return Object.assign(new Error('The connection broke off'), {
    code: 'ECONNRESET',
  });
}

import http from 'node:http';
import https from 'node:https';
import { ReaderError } from '../ReaderError';
import { usedHeaders } from '../responseHeaders';
import type { ApiConnection, ApiResponse } from './ApiConnection';
import { brokenOff } from './brokenOff';
import type { DialOptions } from './DialOptions';
import { InformationLimit } from './InformationLimit';

/** HTTP/1.1: keeps connections alive and opens one more per open watch. */
export class Http1Connection implements ApiConnection {
  readonly #url: URL;
  readonly #agent: http.Agent;
  readonly #request: typeof http.request;
  #closed = false;

  constructor(options: DialOptions) {
    this.#url = options.url;
    if (options.url.protocol === 'http:') {
      this.#agent = new http.Agent({
        keepAlive: true,
        ...(options.tls.lookup && { lookup: options.tls.lookup }),
      });
      this.#request = http.request;
    } else {
      this.#agent = new https.Agent({
        ...options.tls,
        ALPNProtocols: ['http/1.1'],
        keepAlive: true,
      });
      this.#request = https.request as typeof http.request;
    }
  }

  get usable(): boolean {
    return !this.#closed;
  }

  get(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ApiResponse> {
    return new Promise((resolve, reject) => {
      const request = this.#request({
        protocol: this.#url.protocol,
        hostname: this.#url.hostname.replace(/^\[|\]$/g, ''),
        port: this.#url.port || undefined,
        path,
        headers,
        agent: this.#agent,
        signal,
      });
      const informed = new InformationLimit();
      request.once('response', response => {
        response.on('error', () => {});
        resolve({
          status: response.statusCode ?? 0,
          headers: usedHeaders(response.headers),
          body: response,
        });
      });
      request.on('information', () => {
        if (informed.exceeded()) {
          request.destroy(brokenOff());
        }
      });
      // Without a listener, Node.js destroys the socket and the request never
      // settles.
      request.once('upgrade', (_response, socket) => {
        socket.destroy();
        reject(switched());
      });
      request.on('error', reject);
      request.once('close', () => reject(brokenOff()));
      request.end();
    });
  }

  close(): void {
    this.#closed = true;
    this.#agent.destroy();
  }
}

function switched(): ReaderError {
  return new ReaderError(
    'failed',
    '101: the API server switched to another protocol',
  );
}

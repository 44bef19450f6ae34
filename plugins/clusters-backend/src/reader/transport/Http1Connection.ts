import http from 'node:http';
import https from 'node:https';
import type { ApiConnection, ApiResponse } from './ApiConnection';
import type { DialOptions } from './connect';

/** HTTP/1.1: keeps connections alive and opens one more per open watch. */
export class Http1Connection implements ApiConnection {
  readonly #url: URL;
  readonly #agent: http.Agent;
  readonly #request: typeof http.request;
  #closed = false;

  constructor(options: DialOptions) {
    this.#url = options.url;
    if (options.url.protocol === 'http:') {
      this.#agent = new http.Agent({ keepAlive: true });
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
      request.once('response', response =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: response,
        }),
      );
      request.on('error', reject);
      request.end();
    });
  }

  close(): void {
    this.#closed = true;
    this.#agent.destroy();
  }
}

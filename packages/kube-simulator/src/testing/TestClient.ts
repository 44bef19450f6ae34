import type { ClientHttp2Session } from 'node:http2';
import { connect } from 'node:http2';

/** What a test sees of an answer. */
export interface TestResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body as JSON. */
  json<T = any>(): T;
  /** The lines of a watch. */
  lines<T = any>(): T[];
}

/** A small HTTP/2 client for tests. */
export class TestClient {
  readonly #session: ClientHttp2Session;

  readonly #token: string | undefined;

  constructor(url: string, caData: string, token: string | undefined) {
    this.#token = token;
    this.#session = connect(url, { ca: Buffer.from(caData, 'base64') });
    this.#session.on('error', () => {});
  }

  get(
    path: string,
    options: {
      headers?: Record<string, string>;
      body?: string;
      method?: string;
    } = {},
  ): Promise<TestResponse> {
    return new Promise((resolve, reject) => {
      const stream = this.#session.request({
        ':path': path,
        ':method': options.method ?? (options.body ? 'POST' : 'GET'),
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...options.headers,
      });
      let status = 0;
      let headers: TestResponse['headers'] = {};
      const chunks: Buffer[] = [];
      stream.on('response', received => {
        status = Number(received[':status']);
        headers = received as TestResponse['headers'];
      });
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status,
          headers,
          text,
          json: () => JSON.parse(text),
          lines: () =>
            text
              .split('\n')
              .filter(Boolean)
              .map(line => JSON.parse(line)),
        });
      });
      stream.end(options.body);
    });
  }

  close(): void {
    this.#session.destroy();
  }
}

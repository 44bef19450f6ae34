import http from 'node:http';
import type { RequestOptions } from 'node:https';
import https from 'node:https';
import type { KubeConnection } from './KubeConnection';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 512 * 1024 * 1024;

/** Answer of an API server. */
export interface JsonAnswer {
  status: number;
  /** Parsed body; undefined when it is no JSON. */
  body: unknown;
}

/**
 * Gets one path of an API server. Redirects are not followed: they would carry
 * the credentials elsewhere.
 *
 * @throws Error when the server cannot be reached or does not answer in 20 s
 */
export async function getJson(
  connection: KubeConnection,
  path: string,
): Promise<JsonAnswer> {
  const base = connection.server.replace(/\/+$/, '');
  const url = new URL(`${base}${path}`);
  const options: RequestOptions = {
    method: 'GET',
    headers: { accept: 'application/json', 'user-agent': 'clusterworks-cli' },
  };
  await connection.authorize(options);
  const client = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const request = client.request(url, options, response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES) {
          request.destroy(
            new Error(`more than ${MAX_BYTES} bytes for ${path}`),
          );
        } else {
          chunks.push(chunk);
        }
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: parse(Buffer.concat(chunks).toString('utf8')),
        }),
      );
    });
    request.setTimeout(TIMEOUT_MS, () =>
      request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)),
    );
    request.on('error', reject);
    request.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

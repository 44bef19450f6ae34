import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { constants } from 'node:http2';
import { gzip } from 'node:zlib';
import { compressedList } from './compressedList';
import type { Counters } from './Counters';
import type { ListParts } from './listObjects';
import { listText } from './listObjects';
import type { WatchSink } from './watchObjects';

/** From this size on a real API server compresses. */
const GZIP_BYTES = 128 * 1024;

/** Writes one answer over HTTP/1.1 or HTTP/2, with the effects of faults. */
export class Answer {
  /** Bytes that a flood adds to a list. */
  padding = 0;
  truncated = false;
  /** How far the clock that the answer tells is ahead. */
  clockAheadMs = 0;

  readonly #request: Http2ServerRequest;
  readonly #response: Http2ServerResponse;
  readonly #counters: Counters;

  constructor(
    request: Http2ServerRequest,
    response: Http2ServerResponse,
    counters: Counters,
  ) {
    this.#request = request;
    this.#response = response;
    this.#counters = counters;
  }

  /** Sends JSON, indented for people as a real server does. */
  json(code: number, body: unknown, headers: Record<string, string> = {}) {
    const agent = String(this.#request.headers['user-agent'] ?? '');
    const text = /^(curl|Wget|Mozilla)/.test(agent)
      ? JSON.stringify(body, undefined, 2)
      : `${JSON.stringify(body)}\n`;
    this.text(code, text, { 'content-type': 'application/json', ...headers });
  }

  /** Sends a list; large ones compressed when the client takes that. */
  list(parts: ListParts): void {
    const headers = { 'content-type': 'application/json' };
    const accepted = String(this.#request.headers['accept-encoding'] ?? '');
    const send = (data: Buffer) =>
      this.text(200, data, {
        ...headers,
        'content-encoding': 'gzip',
        vary: 'Accept-Encoding',
      });
    const isGzip = /\bgzip\b/.test(accepted);
    if (isGzip && this.padding === 0 && isLarge(parts)) {
      compressedList(parts).then(send, () => this.reset());
      return;
    }
    const text = listText(parts);
    const padded = this.padding > 0 ? pad(text, this.padding) : text;
    if (!isGzip || padded.length < GZIP_BYTES) {
      this.text(200, padded, headers);
      return;
    }
    gzip(padded, { level: 1 }, (error, data) =>
      error ? this.reset() : send(data),
    );
  }

  /** The answer to a path that is not served. */
  pageNotFound(): void {
    this.text(404, '404 page not found\n', {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  }

  /** Sends a body of known length. */
  text(
    code: number,
    body: string | Buffer,
    headers: Record<string, string>,
  ): void {
    if (this.#response.writableEnded || this.#response.destroyed) {
      return;
    }
    const bytes = Buffer.from(body as string);
    const sent = this.truncated
      ? bytes.subarray(0, Math.floor(bytes.length / 2))
      : bytes;
    this.#counters.bytes += sent.length;
    this.#response.writeHead(code, {
      ...headers,
      ...this.#date(),
      'content-length': String(sent.length),
    });
    this.#response.end(sent);
  }

  /** Begins a watch. */
  stream(): WatchSink {
    const response = this.#response;
    const counters = this.#counters;
    response.writeHead(200, {
      'content-type': 'application/json',
      ...this.#date(),
    });
    // Headers go out now: an idle watch may have nothing to say for minutes.
    (response as unknown as { flushHeaders(): void }).flushHeaders();
    return {
      write: line => {
        if (!response.writableEnded && !response.destroyed) {
          counters.events += 1;
          counters.bytes += line.length;
          response.write(line);
        }
      },
      end: () => {
        if (!response.writableEnded && !response.destroyed) {
          response.end();
        }
      },
    };
  }

  #date(): Record<string, string> {
    return this.clockAheadMs === 0
      ? {}
      : { date: new Date(Date.now() + this.clockAheadMs).toUTCString() };
  }

  /** Called once when the client is gone or the answer has ended. */
  onClose(listener: () => void): void {
    this.#response.once('close', listener);
  }

  /** Breaks the connection (HTTP/1.1) or the stream (HTTP/2). */
  reset(): void {
    if (this.#request.httpVersionMajor >= 2) {
      this.#response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    } else {
      this.#request.socket.destroy();
    }
  }
}

/** Whether a real server would compress a list; stops counting once it knows. */
function isLarge({ items, itemText }: ListParts): boolean {
  let size = 0;
  return items.some(item => {
    size += itemText(item).length;
    return size >= GZIP_BYTES;
  });
}

/** Makes a list larger with spaces, which JSON allows anywhere. */
function pad(text: string, bytes: number): string {
  const missing = Math.max(0, bytes - text.length);
  return `${text.slice(0, 1)}${' '.repeat(missing)}${text.slice(1)}`;
}

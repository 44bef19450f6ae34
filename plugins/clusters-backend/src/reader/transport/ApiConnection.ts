import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** The head of an answer and its body, still to be read. */
export interface ApiResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Readable;
}

/** An open way to one API server. Redirects are never followed. */
export interface ApiConnection {
  /**
   * Sends a GET. The signal ends the request and its body. Errors of a body are
   * handled already, for whoever does not read it.
   *
   * @throws whatever the transport says when there is no answer
   */
  get(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<ApiResponse>;
  /** Whether new requests can be sent. */
  readonly usable: boolean;
  close(): void;
}

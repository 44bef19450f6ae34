import type { Readable } from 'node:stream';
import type { ResponseHeaders } from '../responseHeaders';

/** The head of an answer and its body, still to be read. */
export interface ApiResponse {
  status: number;
  /** Those that are used: a watch holds them for as long as it is open. */
  headers: ResponseHeaders;
  body: Readable;
}

/** An open connection to one API server. Redirects are never followed. */
export interface ApiConnection {
  /**
   * Sends a GET. The signal aborts the request until there is an answer; who
   * reads the body ends that. Errors of a body have a listener already, for
   * callers that do not read the body.
   *
   * @throws the transport's error when there is no answer
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

/** One request to the REST API, and what was answered. */
export interface Exchange {
  method: string;
  /** Below the API's base, with its encoding: `/repos/acme/platform/git/ref/heads%2Fmain`. */
  path: string;
  query: Record<string, unknown>;
  requestBody: unknown;
  status: number;
  /** Without parameters: `application/json`. */
  contentType?: string;
  /** Parsed where it is JSON; unknown where it was streamed. */
  body?: unknown;
}

/**
 * Why a request gave no facts.
 *
 * - `unreachable`: no connection, no answer in time, or the answer broke off
 * - `refused`: our own rules forbid a connection to the address
 * - `noCredentials`: no credentials were available
 * - `untrusted`: the server's certificate is not the expected one
 * - `unauthorized`: 401, the credentials were not accepted
 * - `forbidden`: 403, our identity lacks the permission
 * - `notFound`: 404, the server does not know the kind
 * - `expired`: 410, the resource version is too old to continue from
 * - `throttled`: 429, the server asks us to retry later
 * - `failed`: any other status
 * - `malformed`: the answer is not what the API promises
 * - `tooLarge`: the answer exceeds our limits
 */
export type ReaderErrorKind =
  | 'unreachable'
  | 'refused'
  | 'noCredentials'
  | 'untrusted'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'expired'
  | 'throttled'
  | 'failed'
  | 'malformed'
  | 'tooLarge';

/**
 * A request to an API server that gave no facts. The message is built from the
 * request and the kind of failure: it never contains a response body, a token
 * or an address, so it can be shown and logged. It has no stack trace: a feed
 * keeps its last error, and until V8 writes a trace as text, the error keeps
 * alive what the functions in it worked on, such as a page of a list.
 */
export class ReaderError extends Error {
  readonly kind: ReaderErrorKind;
  /** How long the server asks us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: ReaderErrorKind, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'ReaderError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.stack = `${this.name}: ${message}`;
  }
}

/** The error for an answer that cannot be parsed. */
export function malformed(verb: string, what: string): ReaderError {
  return new ReaderError(
    'malformed',
    `The answer to ${verb} ${what} is not what the Kubernetes API promises`,
  );
}

const REASONS: Record<string, string> = {
  ABORT_ERR: 'no complete answer in time',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  EHOSTUNREACH: 'no route to its host',
  ENETUNREACH: 'no route to its network',
  ETIMEDOUT: 'connection timed out',
};

const CERTIFICATE_CODES = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Converts any thrown value into a {@link ReaderError}. */
export function toReaderError(error: unknown): ReaderError {
  if (error instanceof ReaderError) {
    return error;
  }
  const code = codeOf(error);
  if (code && CERTIFICATE_CODES.has(code)) {
    return new ReaderError(
      'untrusted',
      `The API server's certificate was refused (${code})`,
    );
  }
  if (code === 'ERR_ADDRESS_REFUSED') {
    // Thrown by our own guard; its message tells the operator what to do.
    return new ReaderError('refused', (error as Error).message);
  }
  const reason = code ? REASONS[code] ?? code : 'the connection broke off';
  return new ReaderError('unreachable', `API server unreachable: ${reason}`);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

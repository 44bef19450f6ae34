import { badRequest, StatusError } from './statusBodies';

/** Where the next page of a list begins. */
export interface ContinueToken {
  /** State that the list shows; -1 means: whatever is there now. */
  rv: number;
  /** First key that is not yet listed. */
  start: string;
}

/** Writes a token as an API server does: version, resourceVersion, next key. */
export function encodeContinueToken(token: ContinueToken): string {
  return Buffer.from(
    JSON.stringify({ v: 'meta.k8s.io/v1', rv: token.rv, start: token.start }),
  ).toString('base64url');
}

/**
 * Reads a token.
 *
 * @throws StatusError (400) for anything that this server did not write
 */
export function decodeContinueToken(text: string): ContinueToken {
  const invalid = (why: string) =>
    new StatusError(
      badRequest(`invalid continue token: continue key is not valid: ${why}`),
    );
  if (!/^[A-Za-z0-9_-]*$/.test(text)) {
    throw invalid('illegal base64 data');
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw invalid('not JSON');
  }
  const { v, rv, start } = (parsed ?? {}) as Record<string, unknown>;
  if (
    v !== 'meta.k8s.io/v1' ||
    typeof rv !== 'number' ||
    typeof start !== 'string'
  ) {
    throw invalid('unexpected content');
  }
  return { rv, start };
}

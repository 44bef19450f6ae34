import type { RequestSubject } from './RequestSubject';
import { malformed } from './ReaderError';

/** For example `v1.35.4-eks-a1b2c3d`. */
const GIT_VERSION = /^v\d[-+.0-9A-Za-z]{0,60}$/;

/**
 * Extracts the version from the body of `/version`; undefined when it is
 * missing.
 *
 * @throws ReaderError `malformed` when the body is not JSON
 */
export function gitVersionIn(
  bytes: Buffer,
  subject: RequestSubject,
): string | undefined {
  const { gitVersion } = parseJson(bytes, subject);
  const known = typeof gitVersion === 'string' && GIT_VERSION.test(gitVersion);
  return known ? gitVersion : undefined;
}

function parseJson(
  bytes: Buffer,
  subject: RequestSubject,
): Record<string, unknown> {
  try {
    return JSON.parse(bytes.toString('utf8')) ?? {};
  } catch {
    throw malformed(subject.verb, subject.what);
  }
}

import type { ReaderCredential } from './ClusterTarget';

const headers = new WeakMap<ReaderCredential, { authorization: string }>();

/**
 * The header with a credential, if it has one. It is made once for each
 * credential: an open stream holds its headers, and each watch of a cluster
 * would hold a copy of a token of EKS, which is one to two KB long.
 */
export function authorizationOf(
  credential: ReaderCredential,
): { authorization: string } | undefined {
  if (credential.type !== 'bearer') {
    return undefined;
  }
  const known = headers.get(credential);
  if (known) {
    return known;
  }
  const made = { authorization: `Bearer ${credential.token}` };
  headers.set(credential, made);
  return made;
}

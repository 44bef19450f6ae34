import { createHash } from 'node:crypto';

/** A hash of texts, for comparing what is shown; not for secrets. */
export function hashOf(...texts: string[]): string {
  const hash = createHash('sha256');
  texts.forEach(text => hash.update(text).update('\n'));
  return hash.digest('base64');
}

import { createHash } from 'node:crypto';

/** Hexadecimal digits like those of AWS ids, always the same for a name. */
export function hexId(name: string, digits = 17): string {
  return createHash('sha256').update(name).digest('hex').slice(0, digits);
}

/**
 * Five letters and digits, like the suffixes that Kubernetes generates for
 * names.
 */
export function nameEnd(name: string): string {
  return hexId(`end of ${name}`, 5);
}

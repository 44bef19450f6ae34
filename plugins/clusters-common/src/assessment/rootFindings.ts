import type { Finding } from './findingSchema';

/**
 * The findings that are no consequence of another one, in the given order.
 *
 * @public
 */
export function rootFindings(findings: readonly Finding[]): Finding[] {
  const below = new Set(findings.flatMap(({ consequences }) => consequences));
  return findings.filter(({ id }) => !below.has(id));
}

import type { Finding } from './findingSchema';

/**
 * The findings that are consequences of a finding, as far as they are in the
 * list.
 *
 * @public
 */
export function consequencesOf(
  finding: Finding,
  all: readonly Finding[],
): Finding[] {
  const byId = new Map(all.map(one => [one.id, one]));
  return finding.consequences.flatMap(id => byId.get(id) ?? []);
}

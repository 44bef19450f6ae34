import type { AddressCheck } from './AddressCheck';

/**
 * Said where the ranges of a cluster cannot be read. It names none, because
 * whoever reads it may not see all clusters.
 *
 * @public
 */
export const SOME_UNKNOWN = 'the addresses of some clusters are not known';

/**
 * Said to whoever is not told which pull requests are open, nor what GitHub
 * answered.
 *
 * @public
 */
export const PULLS_UNKNOWN = 'not all open pull requests could be read';

/**
 * The reasons why overlaps may be missing, as a part of a check; empty without
 * any.
 *
 * @public
 */
export function uncheckedOf(
  reasons: readonly string[],
): Pick<AddressCheck, 'unchecked'> {
  return reasons.length > 0 ? { unchecked: reasons.join('; ') } : {};
}

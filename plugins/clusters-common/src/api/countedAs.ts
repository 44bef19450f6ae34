import type { Verdict } from '../assessment';
import type { FleetRow } from './fleetRowSchema';

/**
 * The group in which the fleet's totals count a cluster: its verdict, or
 * `building` while it is being built and has no problem.
 *
 * @public
 */
export type CountedAs = Verdict | 'building';

/**
 * The group in which the fleet's totals count a cluster.
 *
 * @public
 */
export function countedAs({
  phase,
  verdict,
}: Pick<FleetRow, 'phase' | 'verdict'>): CountedAs {
  return phase === 'building' && verdict === 'unknown' ? 'building' : verdict;
}

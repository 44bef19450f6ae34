import type { ClusterSpec } from './clusterSpecSchema';
import { defaultNodePools } from './specDefaults';

/**
 * Suffix of the second pool that `preferOnDemand` makes.
 *
 * @public
 */
export const SPOT_SUFFIX = '-spot';

/**
 * The names of the NodePools that a spec makes.
 *
 * @public
 */
export function nodePoolNames({ spec }: Pick<ClusterSpec, 'spec'>): string[] {
  return (spec.karpenter?.nodePools ?? defaultNodePools).flatMap(pool =>
    isSplitPool(pool) ? [pool.name, `${pool.name}${SPOT_SUFFIX}`] : [pool.name],
  );
}

/**
 * Whether a pool becomes two: on-demand first, spot as the fallback. Karpenter
 * takes spot first when a pool allows both, so only weights can put on-demand
 * first.
 *
 * @public
 */
export function isSplitPool(pool: {
  preset?: string;
  capacityTypes?: readonly (string | undefined)[];
  preferOnDemand?: boolean;
}): boolean {
  const types =
    pool.capacityTypes === undefined || new Set(pool.capacityTypes).size > 1;
  return types && (pool.preferOnDemand ?? pool.preset === 'gpu');
}

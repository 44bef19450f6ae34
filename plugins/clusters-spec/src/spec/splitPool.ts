/** Suffix of the second pool that `preferOnDemand` makes. */
export const SPOT_SUFFIX = '-spot';

/**
 * Whether a pool becomes two: on-demand first, spot as the fallback. Karpenter
 * takes spot first wherever a pool allows both, so an order needs weights.
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

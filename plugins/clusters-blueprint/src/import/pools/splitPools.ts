import {
  addQuantities,
  type ClusterSpec,
  isByteResource,
  parseQuantity,
  quantityToString,
  shareLimits,
  SPLIT_WEIGHTS,
  SPOT_SUFFIX,
} from '@clusterworks/plugin-clusters-spec';
import { isDeepStrictEqual } from 'node:util';

type PoolSpec = NonNullable<
  NonNullable<ClusterSpec['spec']['karpenter']>['nodePools']
>[number];

/** Limits of two pools together; undefined unless both limit the same. */
function sumOfLimits(
  first: Record<string, string>,
  second: Record<string, string>,
): Record<string, string> | undefined {
  const resources = Object.keys(first);
  if (resources.length !== Object.keys(second).length) {
    return undefined;
  }
  const sums = resources.map(resource => {
    if (!Object.hasOwn(second, resource)) {
      return undefined;
    }
    const sum = addQuantities(
      parseQuantity(first[resource]),
      parseQuantity(second[resource]),
    );
    const format = isByteResource(resource) ? 'binary' : 'decimal';
    return [resource, quantityToString(sum, format)] as const;
  });
  return sums.every(each => each !== undefined)
    ? Object.fromEntries(sums)
    : undefined;
}

/** The pool that two halves come from; undefined when they are no halves. */
function joined(first: PoolSpec, spot: PoolSpec): PoolSpec | undefined {
  const { onDemand, spot: ofSpot } = SPLIT_WEIGHTS;
  const weight = first.weight ?? onDemand;
  const isSame = isDeepStrictEqual(
    { ...first, name: '', capacityTypes: [], weight: 0, limits: {} },
    { ...spot, name: '', capacityTypes: [], weight: 0, limits: {} },
  );
  if (
    !isSame ||
    !isDeepStrictEqual(first.capacityTypes, ['on-demand']) ||
    !isDeepStrictEqual(spot.capacityTypes, ['spot']) ||
    first.weight === undefined ||
    spot.weight !== Math.max(1, weight - (onDemand - ofSpot))
  ) {
    return undefined;
  }
  const limits = sumOfLimits(first.limits ?? {}, spot.limits ?? {});
  const isShared =
    limits &&
    isDeepStrictEqual(shareLimits(limits), {
      onDemand: first.limits,
      spot: spot.limits,
    });
  const { weight: own, capacityTypes: _half, ...rest } = first;
  return isShared
    ? {
        ...rest,
        preferOnDemand: true,
        limits,
        ...(own === onDemand ? {} : { weight: own }),
      }
    : undefined;
}

/**
 * Joins each pair of pools that `preferOnDemand` makes: on-demand first, spot
 * as the fallback, with shared limits.
 */
export function joinSplitPools(pools: readonly PoolSpec[]): PoolSpec[] {
  const byName = new Map(pools.map(pool => [pool.name, pool]));
  const halves = new Set<string>();
  const whole = pools.map(pool => {
    const spot = byName.get(`${pool.name}${SPOT_SUFFIX}`);
    const both = spot && joined(pool, spot);
    if (both) {
      halves.add(spot.name);
    }
    return both ?? pool;
  });
  return whole.filter(({ name }) => !halves.has(name));
}

import {
  compareQuantities,
  isByteResource,
  parseQuantity,
  type Quantity,
  quantityToString,
  subtractQuantities,
} from '../quantity';
import {
  type ResolvedClusterSpec,
  type ResolvedNodePool,
  SPLIT_WEIGHTS,
  SPOT_SUFFIX,
} from '../spec';
import type { AddressMode } from './candidateTypes';
import { isWithin } from './limitExcesses';
import { type NamedTypes, namedTypes } from './namedTypes';

/**
 * One NodePool that is rendered: a pool of the spec, or one half of it.
 *
 * @public
 */
export type LaunchPool = Omit<ResolvedNodePool, 'preferOnDemand'> & {
  /** The pool of the spec that it comes from. */
  origin: string;
};

const NANO_PER_UNIT = BigInt(1_000_000_000);
const NANO_PER_MILLI = BigInt(1_000_000);

/**
 * Half of a quantity, rounded up to a whole number if the resource has only
 * whole units.
 */
function upperHalf(quantity: Quantity): Quantity {
  const unit =
    quantity.nano % NANO_PER_UNIT === BigInt(0)
      ? NANO_PER_UNIT
      : NANO_PER_MILLI;
  const units = (quantity.nano + unit - BigInt(1)) / unit;
  return { nano: ((units + BigInt(1)) / BigInt(2)) * unit };
}

/**
 * Splits limits into halves; on-demand gets the odd unit.
 *
 * @public
 */
export function shareLimits(limits: Record<string, string>): {
  onDemand: Record<string, string>;
  spot: Record<string, string>;
} {
  const onDemand: Record<string, string> = {};
  const spot: Record<string, string> = {};
  for (const [resource, text] of Object.entries(limits)) {
    const whole = parseQuantity(text);
    const half = upperHalf(whole);
    const format = isByteResource(resource) ? 'binary' : 'decimal';
    const first = compareQuantities(half, whole) > 0 ? whole : half;
    onDemand[resource] = quantityToString(first, format);
    spot[resource] = quantityToString(subtractQuantities(whole, first), format);
  }
  return { onDemand, spot };
}

/** Whether the limits allow at least one type of a named family. */
function fits({ types }: NamedTypes, limits: Record<string, string>): boolean {
  return types.some(type => isWithin(type, limits));
}

/**
 * Whether half of the limits would exclude a family or type that the pool
 * names, while the full limits allow it.
 */
function needsWholeLimit(pool: ResolvedNodePool, mode: AddressMode): boolean {
  const { onDemand, spot } = shareLimits(pool.limits);
  return namedTypes(pool, mode).some(
    each =>
      fits(each, pool.limits) && !(fits(each, onDemand) && fits(each, spot)),
  );
}

function launchPoolsOf(
  { preferOnDemand, ...pool }: ResolvedNodePool,
  mode: AddressMode,
): LaunchPool[] {
  if (!preferOnDemand) {
    return [{ ...pool, origin: pool.name }];
  }
  const weight = pool.weight ?? SPLIT_WEIGHTS.onDemand;
  const first: LaunchPool = {
    ...pool,
    origin: pool.name,
    capacityTypes: ['on-demand'],
    weight,
  };
  if (needsWholeLimit({ preferOnDemand, ...pool }, mode)) {
    return [first];
  }
  const limits = shareLimits(pool.limits);
  const gap = SPLIT_WEIGHTS.onDemand - SPLIT_WEIGHTS.spot;
  return [
    { ...first, limits: limits.onDemand },
    {
      ...first,
      name: `${pool.name}${SPOT_SUFFIX}`,
      capacityTypes: ['spot'],
      limits: limits.spot,
      weight: Math.max(1, weight - gap),
    },
  ];
}

/**
 * The NodePools that the pools of a spec become. A pool that prefers on-demand
 * becomes two, because Karpenter takes spot first wherever both are allowed;
 * only weights can set an order. The two share the limits of the pool. If half
 * of the limits would exclude a family that the pool names, there is no
 * NodePool for spot.
 *
 * @public
 */
export function launchPools(spec: ResolvedClusterSpec['spec']): LaunchPool[] {
  return spec.karpenter.nodePools.flatMap(pool =>
    launchPoolsOf(pool, spec.cilium),
  );
}

import { LEAST_PODS_PER_CORE, podCapacity } from './addressCapacity';
import type { InstanceType } from './InstanceType';

/**
 * Kubernetes' own recommendation for the pods of one node.
 *
 * @public
 */
export const MAX_PODS_PER_NODE = 110;

/**
 * The kubelet settings that keep the number of pods within the number of
 * addresses.
 *
 * @public
 */
export type PodDensity = {
  maxPods: number;
  /**
   * The kubelet admits the smaller of maxPods and this value times its cores.
   */
  podsPerCore?: number;
};

type Ceiling = { capacity: number; vcpus: number };

/**
 * What decides how many pods a node can have.
 *
 * @public
 */
export type DensityOptions = {
  prefixDelegation: boolean;
  /** False when the kubelet has no setting for a density per core. */
  perCore?: boolean;
};

/** The density per core that keeps every type below its capacity. */
function podsPerCoreFor(ceilings: Ceiling[], maxPods: number): number {
  return ceilings
    .filter(({ capacity }) => capacity < maxPods)
    .reduce(
      (least, { capacity, vcpus }) =>
        Math.min(least, Math.floor(capacity / vcpus)),
      Number.POSITIVE_INFINITY,
    );
}

/**
 * The highest kubelet settings with which no node of these types can get more
 * pods than Cilium has addresses for. One NodeClass serves types of many
 * sizes, so a maximum alone would be limited by the smallest type; together
 * with a density per core, large nodes stay useful.
 *
 * @public
 */
export function podDensity(
  types: readonly InstanceType[],
  options: DensityOptions,
): PodDensity {
  const ceilings = types.map(type => ({
    capacity: podCapacity(type, options),
    // Bare metal has so many cores that a density per core would not limit
    // anything.
    vcpus: type.vcpus ?? Number.POSITIVE_INFINITY,
  }));
  const candidates = [
    MAX_PODS_PER_NODE,
    ...ceilings.map(({ capacity }) => capacity),
  ]
    .filter(value => value <= MAX_PODS_PER_NODE)
    .sort((a, b) => b - a);
  for (const maxPods of candidates) {
    const podsPerCore = podsPerCoreFor(ceilings, maxPods);
    if (podsPerCore === Number.POSITIVE_INFINITY) {
      return { maxPods };
    }
    if (options.perCore !== false && podsPerCore >= LEAST_PODS_PER_CORE) {
      return { maxPods, podsPerCore };
    }
  }
  return { maxPods: candidates[candidates.length - 1] };
}

import { LEAST_PODS_PER_CORE, podCapacity } from './addressCapacity';
import { InstanceType } from './InstanceType';

/** Kubernetes' own recommendation for the pods of one node. */
export const MAX_PODS_PER_NODE = 110;

/** The kubelet settings that keep pods and addresses in step. */
export type PodDensity = {
  maxPods: number;
  /** The kubelet takes the lesser of maxPods and this times its cores. */
  podsPerCore?: number;
};

type Ceiling = { capacity: number; vcpus: number };

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
 * The densest kubelet settings with which no node of any of the types can be
 * given more pods than Cilium has addresses for. One NodeClass serves types
 * of many sizes, so a maximum alone would be that of the smallest; together
 * with a density per core large nodes stay useful.
 */
export function podDensity(
  types: readonly InstanceType[],
  options: { prefixDelegation: boolean },
): PodDensity {
  const ceilings = types.map(type => ({
    capacity: podCapacity(type, options),
    // Bare metal has too many cores for a density to bind.
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
    if (podsPerCore >= LEAST_PODS_PER_CORE) {
      return { maxPods, podsPerCore };
    }
  }
  return { maxPods: candidates[candidates.length - 1] };
}

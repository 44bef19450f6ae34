import type { InstanceType } from './InstanceType';

/**
 * Addresses in a prefix that EC2 delegates to an interface (a /28).
 *
 * @public
 */
export const ADDRESSES_PER_PREFIX = 16;

/** Cilium takes one address per node for its router and one for its health endpoint. */
const CILIUM_ADDRESSES = 2;

/**
 * Pods of the blueprint that run on every node in the host network, so count
 * against the kubelet's maximum but need no address: Cilium's agent, its
 * Envoy, and the Pod Identity agent.
 */
const HOST_NETWORK_PODS = 3;

/**
 * The least number of pods that a useful node can serve: those in the host
 * network, and a few with an address of their own, some of which are
 * DaemonSets for storage and logs.
 *
 * @public
 */
export const LEAST_PODS_PER_NODE = HOST_NETWORK_PODS + 4;

/** The number of pods that a node of size `large` serves in most families. */
const AMPLE_PODS_PER_NODE = 28;

/**
 * A density per core below this value would waste more addresses than it
 * saves.
 *
 * @public
 */
export const LEAST_PODS_PER_CORE = 4;

/**
 * The interfaces and addresses of a type that Cilium uses.
 *
 * @public
 */
export type AddressLimits = Pick<InstanceType, 'enis' | 'ipv4PerEni' | 'nitro'>;

/**
 * How many addresses Cilium's ENI mode can assign to a node of a type. The
 * first address of each interface is the interface's own.
 *
 * @public
 */
export function addressCapacity(
  type: AddressLimits,
  options: { prefixDelegation: boolean },
): number {
  const slots = type.enis * Math.max(0, type.ipv4PerEni - 1);
  return options.prefixDelegation && type.nitro
    ? slots * ADDRESSES_PER_PREFIX
    : slots;
}

/**
 * How many pods a number of addresses serves: those of the host network need
 * none, and Cilium keeps two for itself.
 *
 * @public
 */
export function podsServed(addresses: number, hostNetworkPods: number): number {
  return Math.max(0, addresses - CILIUM_ADDRESSES) + hostNetworkPods;
}

/**
 * How many pods, host-network ones included, a node of a type can serve.
 *
 * @public
 */
export function podCapacity(
  type: AddressLimits,
  options: { prefixDelegation: boolean },
): number {
  return podsServed(addressCapacity(type, options), HOST_NETWORK_PODS);
}

/**
 * Whether a node of a type serves enough pods to be of use, by itself and for
 * its CPUs. One NodeClass has one maximum of pods for all of its types, so a
 * type with few addresses (sizes `nano` and `micro`, `g4ad.xlarge`,
 * `d3.xlarge` and a few more) would lower the maximum of the others. Where the
 * kubelet has no setting for a density per core, all sizes below `large` would
 * do so too.
 *
 * @public
 */
export function hasRoomForPods(
  type: Pick<InstanceType, 'enis' | 'ipv4PerEni' | 'nitro' | 'vcpus'>,
  options: { prefixDelegation: boolean; perCore?: boolean },
): boolean {
  const pods = podCapacity(type, options);
  return (
    pods >= LEAST_PODS_PER_NODE &&
    (pods >= AMPLE_PODS_PER_NODE ||
      (options.perCore !== false &&
        pods >= LEAST_PODS_PER_CORE * (type.vcpus ?? 1)))
  );
}

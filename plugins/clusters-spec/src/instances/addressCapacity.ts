import { InstanceType } from './InstanceType';

/** Addresses in a prefix that EC2 delegates to an interface (a /28). */
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
 * Pods that a node must be able to serve to be of use: those of the host
 * network, and a few with an address, which DaemonSets of storage and logs
 * take a part of.
 */
export const LEAST_PODS_PER_NODE = HOST_NETWORK_PODS + 4;

/** What a node of size `large` serves in most families. */
const AMPLE_PODS_PER_NODE = 28;

/** Below this, a density per core would waste more than it saves. */
export const LEAST_PODS_PER_CORE = 4;

/** How many interfaces and addresses a type has, as far as Cilium uses them. */
export type AddressLimits = Pick<InstanceType, 'enis' | 'ipv4PerEni' | 'nitro'>;

/**
 * How many addresses Cilium's ENI mode can bring to a node of a type. The
 * first address of each interface is the interface's own.
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
 */
export function podsServed(addresses: number, hostNetworkPods: number): number {
  return Math.max(0, addresses - CILIUM_ADDRESSES) + hostNetworkPods;
}

/** How many pods, host-network ones included, a node of a type can serve. */
export function podCapacity(
  type: AddressLimits,
  options: { prefixDelegation: boolean },
): number {
  return podsServed(addressCapacity(type, options), HOST_NETWORK_PODS);
}

/**
 * Whether a node of a type serves enough pods to be of use, by itself and for
 * its CPUs. One NodeClass has one maximum of pods for all of its types, so a
 * type without room (sizes `nano` and `micro`, `g4ad.xlarge`, `d3.xlarge` and a
 * few more) would take it from the others.
 */
export function hasRoomForPods(
  type: Pick<InstanceType, 'enis' | 'ipv4PerEni' | 'nitro' | 'vcpus'>,
  options: { prefixDelegation: boolean },
): boolean {
  const pods = podCapacity(type, options);
  return (
    pods >= LEAST_PODS_PER_NODE &&
    (pods >= AMPLE_PODS_PER_NODE ||
      pods >= LEAST_PODS_PER_CORE * (type.vcpus ?? 1))
  );
}

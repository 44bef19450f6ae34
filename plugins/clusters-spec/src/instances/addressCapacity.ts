import { InstanceType } from './InstanceType';

/** Addresses in a prefix that EC2 delegates to an interface (a /28). */
const ADDRESSES_PER_PREFIX = 16;

/** Cilium takes one address per node for its router and one for its health endpoint. */
const CILIUM_ADDRESSES = 2;

/**
 * Pods of the blueprint that run on every node in the host network, so count
 * against the kubelet's maximum but need no address: Cilium's agent, its
 * Envoy, and the Pod Identity agent.
 */
const HOST_NETWORK_PODS = 3;

/**
 * How many addresses Cilium's ENI mode can bring to a node of a type. The
 * first address of each interface is the interface's own (Cilium
 * first-interface-index 0; cilium-observed: ENIs x (IPs - 1)).
 */
export function addressCapacity(
  type: Pick<InstanceType, 'enis' | 'ipv4PerEni' | 'nitro'>,
  options: { prefixDelegation: boolean },
): number {
  const slots = type.enis * (type.ipv4PerEni - 1);
  return options.prefixDelegation && type.nitro
    ? slots * ADDRESSES_PER_PREFIX
    : slots;
}

/** How many pods, host-network ones included, a node of a type can serve. */
export function podCapacity(
  type: Pick<InstanceType, 'enis' | 'ipv4PerEni' | 'nitro'>,
  options: { prefixDelegation: boolean },
): number {
  return Math.max(
    HOST_NETWORK_PODS,
    addressCapacity(type, options) - CILIUM_ADDRESSES + HOST_NETWORK_PODS,
  );
}

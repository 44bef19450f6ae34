import { InstanceEniLimits } from './instanceEniLimits';

/** Addresses that Cilium keeps for itself on every node: router and health. */
export const ciliumOwnAddresses = 2;

/**
 * `maxPods` that Karpenter and EKS give a node by default:
 * `interfaces x (addresses - 1) + 2` (ENILimitedPods).
 */
export function defaultMaxPods(limits: InstanceEniLimits): number {
  return limits.interfaces * (limits.ipv4PerInterface - 1) + 2;
}

/**
 * The largest `maxPods` at which every pod can get an address from Cilium
 * without prefixes. Host-network pods of DaemonSets count for kubelet but need
 * no address.
 */
export function safeMaxPods(
  limits: InstanceEniLimits,
  options: { firstInterfaceIndex: number; hostNetworkDaemonPods: number },
): number {
  const interfaces = Math.max(
    0,
    limits.interfaces - options.firstInterfaceIndex,
  );
  const addresses = interfaces * (limits.ipv4PerInterface - 1);
  return Math.max(
    0,
    addresses - ciliumOwnAddresses + options.hostNetworkDaemonPods,
  );
}

import type { EniNode } from './eniNode';
import type { InstanceEniLimits } from './instanceEniLimits';

/**
 * Whether Cilium assigns prefixes to this node. One interface with addresses
 * outside of prefixes, other than its own primary address, turns prefixes off
 * for the whole node, permanently (pkg/aws/eni/node.go IsPrefixDelegated).
 *
 * Bare metal is Nitro hardware that EC2 reports as hypervisor `unknown`. Only
 * newer operators accept that value, so on bare metal at least one prefix must
 * be present.
 */
export function usesPrefixes(
  node: EniNode,
  prefixDelegation: boolean,
  limits: InstanceEniLimits,
): boolean {
  if (!prefixDelegation || node.disablePrefixDelegation) {
    return false;
  }
  const seen = node.interfaces.some(eni => eni.prefixes > 0);
  const capable = limits.hypervisor === 'nitro' || (limits.bareMetal && seen);
  return capable && !hasPlainAddresses(node);
}

/** Whether an interface has addresses but not a single prefix. */
export function hasPlainAddresses(node: EniNode): boolean {
  return node.interfaces.some(
    eni =>
      eni.prefixes === 0 &&
      eni.addresses > 0 &&
      !(eni.addresses === 1 && eni.ownAddressListed),
  );
}

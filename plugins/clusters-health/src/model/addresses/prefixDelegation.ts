import { EniNode } from './eniNode';
import { InstanceEniLimits } from './instanceEniLimits';

/**
 * Whether Cilium assigns prefixes to this node. One interface with addresses
 * outside of prefixes (its own primary address is forgiven) turns them off for
 * the whole node and for good (pkg/aws/eni/node.go IsPrefixDelegated).
 *
 * Bare metal is Nitro hardware that EC2 reports as hypervisor `unknown`; only
 * newer operators accept it, so there a prefix has to be seen.
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

/** Whether an interface carries addresses and not a single prefix. */
export function hasPlainAddresses(node: EniNode): boolean {
  return node.interfaces.some(
    eni =>
      eni.prefixes === 0 &&
      eni.addresses > 0 &&
      !(eni.addresses === 1 && eni.ownAddressListed),
  );
}

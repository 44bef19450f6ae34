import { addressCapacity } from '@clusterworks/plugin-clusters-spec';
import type { EniNode } from './eniNode';
import type { InstanceEniLimits } from './instanceEniLimits';
import { nodeDemand } from './nodeDemand';
import { usesPrefixes } from './prefixDelegation';

/** The settings of Cilium on which the number of addresses depends. */
export interface EniMode {
  /** `aws-enable-prefix-delegation`. */
  prefixDelegation: boolean;
  /**
   * Whether `subnet-ids-filter` or `subnet-tags-filter` is set: interfaces in
   * other subnets, usually the primary one, are missing from `status.eni.enis`.
   */
  subnetFilter: boolean;
}

/** The maximum of addresses of a node, and how much of it is left. */
export interface NodeCapacity {
  /** Addresses that Cilium can assign on this node at most. */
  addresses: number;
  addressesPerInterface: number;
  /** Interfaces that can still be attached to network card 0. */
  freeInterfaceSlots: number;
  /**
   * Whether the operator counts interfaces of all cards but can attach only to
   * card 0.
   */
  operatorOverestimates: boolean;
  prefixes: boolean;
  /**
   * Whether neither an interface nor an address can be added: no further pod
   * fits.
   */
  atCapacity: boolean;
}

/**
 * Capacity of a node in ENI mode:
 * `(interfaces of card 0 - first interface index - excluded) x addresses per
 * interface`, times 16 with prefixes.
 */
export function nodeCapacity(
  node: EniNode,
  limits: InstanceEniLimits,
  mode: EniMode,
): NodeCapacity {
  const prefixes = usesPrefixes(node, mode.prefixDelegation, limits);
  const capacityOf = (enis: number) =>
    addressCapacity(
      {
        enis,
        ipv4PerEni: limits.ipv4PerInterface + (node.usePrimaryAddress ? 1 : 0),
        nitro: prefixes,
      },
      { prefixDelegation: prefixes },
    );
  const interfaces = Math.max(
    0,
    limits.interfaces - node.firstInterfaceIndex - node.excludedInterfaces,
  );
  const addresses = capacityOf(interfaces);
  const freeInterfaceSlots = Math.max(
    0,
    limits.interfaces - attachedInterfaces(node, mode),
  );
  return {
    addresses,
    addressesPerInterface: capacityOf(1),
    freeInterfaceSlots,
    operatorOverestimates:
      (limits.interfacesOfAllCards ?? 0) > limits.interfaces,
    prefixes,
    atCapacity:
      freeInterfaceSlots === 0 && nodeDemand(node).allocated >= addresses,
  };
}

/**
 * Number of attached interfaces, the primary one included: an instance always
 * has a primary interface, even when a filter keeps it out of
 * `status.eni.enis`.
 */
function attachedInterfaces(node: EniNode, mode: EniMode): number {
  const primaryListed = node.interfaces.some(eni => eni.number === 0);
  const hidden = mode.subnetFilter && !primaryListed ? 1 : 0;
  return node.interfaces.length + hidden;
}

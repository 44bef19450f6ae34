import { addressCapacity } from '@clusterworks/plugin-clusters-spec';
import { EniNode } from './eniNode';
import { InstanceEniLimits } from './instanceEniLimits';
import { nodeDemand } from './nodeDemand';
import { usesPrefixes } from './prefixDelegation';

/** How the cluster's Cilium is set up, as far as addresses depend on it. */
export interface EniMode {
  /** `aws-enable-prefix-delegation`. */
  prefixDelegation: boolean;
  /**
   * `subnet-ids-filter` or `subnet-tags-filter` is set: interfaces outside of
   * it, the primary one mostly, are missing from `status.eni.enis`.
   */
  subnetFilter: boolean;
}

/** What a node can have at most, and what is left of it. */
export interface NodeCapacity {
  /** Addresses that Cilium can serve on this node. */
  addresses: number;
  addressesPerInterface: number;
  /** Interfaces that can still be attached to network card 0. */
  freeInterfaceSlots: number;
  /** The operator counts interfaces of all cards but attaches to card 0. */
  operatorOverestimates: boolean;
  prefixes: boolean;
  /** No interface and no address can be added: more pods do not fit. */
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
 * Interfaces that are attached, the filtered primary one included: an instance
 * always has one, whether or not `status.eni.enis` lists it.
 */
function attachedInterfaces(node: EniNode, mode: EniMode): number {
  const primaryListed = node.interfaces.some(eni => eni.number === 0);
  const hidden = mode.subnetFilter && !primaryListed ? 1 : 0;
  return node.interfaces.length + hidden;
}

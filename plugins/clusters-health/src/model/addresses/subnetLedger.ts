import { addTo } from '../addTo';
import type { EniInterface, EniNode } from './eniNode';
import { usableSubnetAddresses } from './ipv4Cidr';
import { type LeastOfNode, leastOfNode, lesserOf } from './leastOfNode';

/**
 * Addresses of one subnet, computed from the interfaces of the cluster's nodes.
 */
export interface SubnetLedger {
  subnetId: string;
  cidr?: string;
  zone?: string;
  /**
   * Addresses of the block that instances can have; absent without a valid
   * block.
   */
  usable?: number;
  /**
   * Addresses that the cluster's interfaces hold, their primary addresses
   * included.
   */
  held: number;
  /** Nodes with at least one interface in the subnet. */
  nodes: string[];
  /** What the interfaces of each of these nodes hold here, in their order. */
  heldByNode: number[];
  /** Addresses of the interfaces themselves, which no pod gets, in their order. */
  ownByNode: number[];
  /** What a node like one of these takes at least. */
  leastOfNode?: LeastOfNode;
  /**
   * `usable - held`, an upper bound of the free addresses: load balancers, NAT
   * gateways and other clusters also take addresses from the subnet, and they
   * are not visible here.
   */
  freeAtMost?: number;
}

/**
 * Groups the interfaces of all nodes by subnet, sorted by zone and id.
 *
 * No Kubernetes object contains the number of free addresses: only EC2 knows
 * it.
 */
export function subnetLedgers(nodes: readonly EniNode[]): SubnetLedger[] {
  const ledgers = new Map<string, SubnetLedger>();
  for (const node of nodes) {
    const bySubnet = new Map<string, EniInterface[]>();
    for (const eni of node.interfaces) {
      if (eni.subnetId) {
        addTo(bySubnet, eni.subnetId, eni);
      }
    }
    for (const [subnetId, enis] of bySubnet) {
      const ledger = ledgers.get(subnetId) ?? {
        subnetId,
        held: 0,
        nodes: [],
        heldByNode: [],
        ownByNode: [],
      };
      ledgers.set(subnetId, ledger);
      addNode(ledger, node, enis);
    }
  }
  return [...ledgers.values()].map(withFree).sort(byZoneAndId);
}

function addNode(
  ledger: SubnetLedger,
  node: EniNode,
  enis: readonly EniInterface[],
): void {
  const own = enis.filter(eni => !eni.ownAddressListed).length;
  const held = enis.reduce((sum, eni) => sum + eni.addresses, own);
  for (const eni of enis) {
    ledger.cidr ??= eni.subnetCidr;
    ledger.zone ??= eni.zone ?? node.zone;
  }
  ledger.held += held;
  ledger.nodes.push(node.name);
  ledger.heldByNode.push(held);
  ledger.ownByNode.push(own);
  ledger.leastOfNode = lesserOf(ledger.leastOfNode, leastOfNode(node, enis));
}

function withFree(ledger: SubnetLedger): SubnetLedger {
  const usable =
    ledger.cidr === undefined ? undefined : usableSubnetAddresses(ledger.cidr);
  if (usable === undefined) {
    return ledger;
  }
  return { ...ledger, usable, freeAtMost: Math.max(0, usable - ledger.held) };
}

function byZoneAndId(a: SubnetLedger, b: SubnetLedger): number {
  const left = `${a.zone ?? ''}/${a.subnetId}`;
  const right = `${b.zone ?? ''}/${b.subnetId}`;
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

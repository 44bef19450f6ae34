import type { EniNode } from './eniNode';
import { usableSubnetAddresses } from './ipv4Cidr';

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
    for (const eni of node.interfaces) {
      if (!eni.subnetId) {
        continue;
      }
      const ledger = ledgers.get(eni.subnetId) ?? {
        subnetId: eni.subnetId,
        held: 0,
        nodes: [],
        heldByNode: [],
        ownByNode: [],
      };
      ledger.cidr ??= eni.subnetCidr;
      ledger.zone ??= eni.zone ?? node.zone;
      const own = eni.ownAddressListed ? 0 : 1;
      const held = eni.addresses + own;
      ledger.held += held;
      if (ledger.nodes[ledger.nodes.length - 1] !== node.name) {
        ledger.nodes.push(node.name);
        ledger.heldByNode.push(0);
        ledger.ownByNode.push(0);
      }
      ledger.heldByNode[ledger.nodes.length - 1] += held;
      ledger.ownByNode[ledger.nodes.length - 1] += own;
      ledgers.set(eni.subnetId, ledger);
    }
  }
  return [...ledgers.values()].map(withFree).sort(byZoneAndId);
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

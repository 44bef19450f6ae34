import { EniNode } from './eniNode';
import { usableSubnetAddresses } from './ipv4Cidr';

/** Addresses of one subnet as the nodes' interfaces show them. */
export interface SubnetLedger {
  subnetId: string;
  cidr?: string;
  zone?: string;
  /** Addresses that the block has for instances; absent without a valid block. */
  usable?: number;
  /** Addresses that the cluster's interfaces hold, their own included. */
  held: number;
  /** Nodes with at least one interface here. */
  nodes: string[];
  /**
   * `usable - held`: what is free at most. Load balancers, NAT gateways and
   * other clusters take from the same subnet and are not seen.
   */
  freeAtMost?: number;
}

/**
 * Groups the interfaces of all nodes by subnet, sorted by zone and id.
 *
 * The free count itself is in no Kubernetes object: only EC2 knows it.
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
      };
      ledger.cidr ??= eni.subnetCidr;
      ledger.zone ??= eni.zone ?? node.zone;
      ledger.held += eni.addresses + (eni.ownAddressListed ? 0 : 1);
      if (ledger.nodes[ledger.nodes.length - 1] !== node.name) {
        ledger.nodes.push(node.name);
      }
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

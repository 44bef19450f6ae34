import type { EniNode } from './eniNode';

/** Numbers of IPv4 addresses that a node has, uses and needs. */
export interface NodeDemand {
  /** Addresses assigned to the node. */
  allocated: number;
  /**
   * Addresses in use, those for Cilium itself (router, health, ingress)
   * included. From 1.20 on, pods that wait for an address count as well.
   */
  used: number;
  /**
   * Assigned addresses that a new pod could get now. A negative number means
   * that pods wait for addresses at the limit (1.20), unlike 0, which only
   * means that none is free.
   */
  available: number;
  /**
   * Further addresses that the operator would assign, before any limit applies.
   */
  needed: number;
}

/**
 * Demand of a node as Cilium's operator computes it (pkg/ipam/node.go
 * calculateNeededIPs). `status.ipam.used` takes precedence; `requested` of
 * Cilium 1.20 is read only when `used` has no entries, so the result is right
 * for both versions during an upgrade. Addresses in a release handshake are
 * still in the pool but not free.
 */
export function nodeDemand(node: EniNode): NodeDemand {
  const used = usedAddresses(node);
  const wanted = Math.max(
    node.preAllocate + used - node.pool,
    node.minAllocate - node.pool,
    0,
  );
  const roomBelowMaximum =
    node.maxAllocate > 0
      ? Math.max(node.maxAllocate - node.pool, 0)
      : Number.POSITIVE_INFINITY;
  return {
    allocated: node.pool,
    used,
    available: node.pool - used - node.releasing,
    needed: Math.min(wanted, roomBelowMaximum),
  };
}

function usedAddresses(node: EniNode): number {
  if (node.usedEntries > 0) {
    return node.usedEntries;
  }
  if (node.requested === undefined) {
    return 0;
  }
  return Math.max(0, node.requested - node.preAllocate);
}

/**
 * Whether the node reports its used addresses. A running agent uses at least
 * two addresses itself, so a pool without reported use is not an unused pool.
 */
export function reportsUse(node: EniNode): boolean {
  return (
    node.usedEntries > 0 || node.requested !== undefined || node.pool === 0
  );
}

import { EniNode } from './eniNode';

/** What a node has, uses and wants. Plain counts of IPv4 addresses. */
export interface NodeDemand {
  /** Addresses assigned to the node. */
  allocated: number;
  /**
   * Addresses in use, Cilium's own (router, health, ingress) included. From
   * 1.20 on, pods that wait for an address count as well.
   */
  used: number;
  /**
   * Assigned addresses that a new pod could get now. Below zero when pods wait
   * at the limit (1.20): that is pressure and not "none left, none wanted".
   */
  available: number;
  /** Further addresses that the operator would assign, before any limit. */
  needed: number;
}

/**
 * Demand of a node as Cilium's operator computes it (pkg/ipam/node.go
 * calculateNeededIPs). `status.ipam.used` wins; only without entries there is
 * the 1.20 model's `requested` read, so nodes mixed during an upgrade are
 * right. Addresses in a release handshake are still in the pool but not free.
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
 * Whether the node says what it uses. An agent that runs uses two addresses at
 * least, so a pool without any use reported is not an unused pool.
 */
export function reportsUse(node: EniNode): boolean {
  return (
    node.usedEntries > 0 || node.requested !== undefined || node.pool === 0
  );
}

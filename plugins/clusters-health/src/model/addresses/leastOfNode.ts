import type { EniInterface, EniNode } from './eniNode';

/** The addresses that a new node takes from a subnet at least. */
export interface LeastOfNode {
  /** What the operator gives it while the subnet has enough. */
  given: number;
  /** What it needs to start with. */
  toStart: number;
}

/** With these, router and health check of an agent start (since 1.20). */
const STARTS_WITH = 2;

/**
 * What a node like this one takes from a subnet at its start. Interfaces below
 * the first one that Cilium uses take only their own addresses.
 *
 * Prefixes need no larger number: in a subnet without a free one, the operator
 * gives single addresses instead.
 *
 * @param enis - its interfaces in the subnet
 */
export function leastOfNode(
  node: EniNode,
  enis: readonly EniInterface[],
): LeastOfNode {
  const used = enis.filter(eni => eni.number >= node.firstInterfaceIndex);
  const idle = enis.length - used.length;
  if (used.length === 0) {
    return { given: idle, toStart: idle };
  }
  const own = idle + (used.every(eni => eni.ownAddressListed) ? 0 : 1);
  const wanted = Math.max(node.preAllocate, node.minAllocate);
  const given =
    node.maxAllocate > 0 ? Math.min(wanted, node.maxAllocate) : wanted;
  // Up to 1.19, an agent waits for one of these two numbers.
  const waitedFor =
    node.requested === undefined
      ? node.minAllocate || node.preAllocate
      : STARTS_WITH;
  return { given: own + given, toStart: own + Math.min(given, waitedFor) };
}

/** The smaller numbers of two nodes. */
export function lesserOf(
  a: LeastOfNode | undefined,
  b: LeastOfNode,
): LeastOfNode {
  return a
    ? {
        given: Math.min(a.given, b.given),
        toStart: Math.min(a.toStart, b.toStart),
      }
    : b;
}

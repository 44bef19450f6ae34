import type {
  NodePoolView,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber } from '../../format';
import { leftOf } from '../Ledger';

/** How many more nodes a pool may have until a limit is reached. */
export type PoolHeadroom = {
  /** Nodes of the typical instance type; an estimate. */
  nodes: number;
  instanceType: string;
  /** The resource whose limit is reached first. */
  resource: string;
};

/** The instance type that most nodes have; of several the first by name. */
function typicalType(nodes: readonly NodeView[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { instanceType } of nodes) {
    if (instanceType !== undefined) {
      counts.set(instanceType, (counts.get(instanceType) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(
    (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]),
  );
  return first?.[0];
}

/** How much one node of a type takes of a resource; undefined if not known. */
function sizeOf(node: NodeView | undefined, resource: string) {
  switch (resource) {
    case 'cpu':
      return node?.cpu;
    case 'memory':
      return node?.memory;
    case 'nodes':
      return 1;
    default:
      return undefined;
  }
}

/**
 * How many more nodes of its typical type a pool may have, and the limit that
 * is reached first. It is an estimate: Karpenter may choose another type, and
 * counts the capacity of a node, which is somewhat more than its pods may use.
 *
 * @param nodes - all nodes of the cluster
 * @returns undefined when the pool has no limit, when none of its nodes was
 *   observed, and when what is left of a limit, or what a node takes of it, is
 *   not known
 */
export function poolHeadroom(
  pool: NodePoolView,
  nodes: readonly NodeView[],
): PoolHeadroom | undefined {
  const own = nodes.filter(({ nodePool }) => nodePool === pool.name);
  const instanceType = typicalType(own);
  const typical = own.find(node => node.instanceType === instanceType);
  const limited = pool.resources.filter(({ limit }) => limit !== undefined);
  if (instanceType === undefined || limited.length === 0) {
    return undefined;
  }
  let headroom: PoolHeadroom | undefined;
  for (const entry of limited) {
    const { resource } = entry;
    const left = leftOf(entry);
    const leftNumber = left && measureNumber(left);
    const size = sizeOf(typical, resource);
    if (leftNumber === undefined || !size) {
      return undefined;
    }
    const count = Math.max(0, Math.floor(leftNumber / size));
    if (!headroom || count < headroom.nodes) {
      headroom = { nodes: count, instanceType, resource };
    }
  }
  return headroom;
}

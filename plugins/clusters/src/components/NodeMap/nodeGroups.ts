import type { NodeView } from '@clusterworks/plugin-clusters-common';

/** What the node map can be grouped by. */
export const NODE_GROUPS = [
  'nodePool',
  'zone',
  'instanceType',
  'capacityType',
] as const;
/** What the node map can be grouped by. */
export type NodeGroup = (typeof NODE_GROUPS)[number];

/** What decides how large a node is drawn. */
export const NODE_SIZES = ['cpu', 'memory', 'pods'] as const;
/** What decides how large a node is drawn. */
export type NodeSize = (typeof NODE_SIZES)[number];

/** Nodes that belong together. */
export type NodesOfGroup = { name: string | undefined; nodes: NodeView[] };

/** Nodes by group, groups and nodes in the order of their names. */
export function groupNodes(
  nodes: NodeView[],
  group: NodeGroup,
): NodesOfGroup[] {
  const groups = new Map<string | undefined, NodeView[]>();
  for (const node of nodes) {
    const name = node[group];
    groups.set(name, [...(groups.get(name) ?? []), node]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, nodes: members }))
    .sort((a, b) => {
      if (a.name === undefined || b.name === undefined) {
        return Number(a.name === undefined) - Number(b.name === undefined);
      }
      return a.name.localeCompare(b.name);
    });
}

/**
 * How much room a node takes, relative to the largest one: 0.25 to 1, so
 * that the smallest can still be seen. A size that is not known is the
 * smallest.
 */
export function relativeSize(
  node: NodeView,
  nodes: NodeView[],
  size: NodeSize,
): number {
  const largest = Math.max(0, ...nodes.map(other => other[size] ?? 0));
  const own = node[size] ?? 0;
  return largest > 0 ? Math.max(0.25, own / largest) : 0.25;
}

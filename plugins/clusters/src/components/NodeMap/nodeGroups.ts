import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { groupBy } from '../../format';

/** What nodes of the map can be grouped by. */
export const NODE_GROUPS = [
  'nodePool',
  'zone',
  'instanceType',
  'capacityType',
] as const;
/** What nodes of the map are grouped by. */
export type NodeGroup = (typeof NODE_GROUPS)[number];

/** What can decide how large a node is drawn. */
export const NODE_SIZES = ['cpu', 'memory', 'pods'] as const;
/** What decides how large a node is drawn. */
export type NodeSize = (typeof NODE_SIZES)[number];

/** Nodes that belong together. */
export type NodesOfGroup = { name: string | undefined; nodes: NodeView[] };

/** The part of the largest node's area that the smallest has, to be seen. */
const LEAST_OF_LARGEST = 1 / 12;

/** Nodes by group, groups and nodes in the order of their names. */
export function groupNodes(
  nodes: NodeView[],
  group: NodeGroup,
): NodesOfGroup[] {
  return [...groupBy(nodes, node => node[group])]
    .map(([name, members]) => ({ name, nodes: members }))
    .sort((a, b) => {
      if (a.name === undefined || b.name === undefined) {
        return Number(a.name === undefined) - Number(b.name === undefined);
      }
      return a.name.localeCompare(b.name);
    });
}

/**
 * The area of a node, in the unit of its size. A size that is not known, or is
 * too small to be seen, gets the least area.
 */
export function nodeArea(
  nodes: readonly NodeView[],
  size: NodeSize,
): (node: NodeView) => number {
  const largest = nodes.reduce(
    (most, node) => Math.max(most, node[size] ?? 0),
    0,
  );
  const least = largest > 0 ? largest * LEAST_OF_LARGEST : 1;
  return node => Math.max(least, node[size] ?? 0);
}

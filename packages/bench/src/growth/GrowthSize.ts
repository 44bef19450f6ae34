/** How many clusters of which size are read. */
export interface GrowthSize {
  clusters: number;
  nodes: number;
}

/**
 * Many clusters of 20 nodes, those of 50, and one that grows, almost to the
 * most that is read (5,000 nodes): to measure freshness, nodes are added.
 */
const SIZES: readonly GrowthSize[] = [
  ...[100, 300, 1_000, 2_000, 3_000].map(clusters => ({ clusters, nodes: 20 })),
  ...[100, 300, 1_000].map(clusters => ({ clusters, nodes: 50 })),
  ...[50, 200, 500, 1_000, 2_000, 4_900].map(nodes => ({ clusters: 1, nodes })),
];

/** The sizes that are measured, up to a number of nodes in all. */
export function growthSizes(mostNodes: number): GrowthSize[] {
  return SIZES.filter(({ clusters, nodes }) => clusters * nodes <= mostNodes);
}

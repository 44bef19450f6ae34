import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { idleNodes } from './costShares';
import type { Look } from './Look';
import { measured, type NamedSource } from './measures';

/** How many of Karpenter's nodes cost and carry little. */
export function idleView(look: Look): ClusterView['karpenter']['idle'] {
  const { nodes, pods } = look.snapshot.resources;
  const sources: NamedSource[] = [
    ['nodes', nodes],
    ['pods', pods],
  ];
  const { empty, emptyNodeHours, underutilized } = idleNodes(look.cluster);
  return {
    empty: measured(sources, () => empty.length),
    emptyNodeHours,
    underutilized: measured(sources, () => underutilized.length),
  };
}

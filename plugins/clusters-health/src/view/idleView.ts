import type {
  ClusterView,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import type { Snapshot } from '../kinds';
import { idleNodes } from './costShares';
import type { Look } from './Look';
import {
  atMost,
  estimate,
  exact,
  measured,
  type NamedSource,
} from './measures';

const atMostOf = (value: number) => (value === 0 ? exact(0) : atMost(value));

/** How many of Karpenter's nodes cost and carry little. */
export function idleView(look: Look): ClusterView['karpenter']['idle'] {
  const { nodes, pods } = look.snapshot.resources;
  const sources: NamedSource[] = [
    ['nodes', nodes],
    ['pods', pods],
  ];
  const { empty, emptyNodeHours, underutilized } = idleNodes(look.cluster);
  return {
    empty: withoutPods(
      measured(sources, () => empty.length),
      look.snapshot,
      atMostOf,
    ),
    emptyNodeHours,
    underutilized: withoutPods(
      measured(sources, () => underutilized.length),
      look.snapshot,
      estimate,
    ),
  };
}

/**
 * Pods that cannot be read may run on nodes that seem empty; nodes that cannot
 * be read may be further idle ones. With both, a number is no bound.
 */
function withoutPods(
  measure: Measure,
  { resources: { nodes, pods } }: Snapshot,
  bound: (value: number) => Measure,
): Measure {
  if (measure.certainty !== 'atLeast' || !pods.unreadable) {
    return measure;
  }
  return nodes.unreadable ? estimate(measure.value) : bound(measure.value);
}

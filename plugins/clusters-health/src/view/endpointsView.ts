import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import type { Look } from './Look';
import { isShown, measured } from './measures';

/** Cilium has ten states; more of them say that something else wrote them. */
const MOST_STATES = 12;
const LONGEST_NAME = 40;

/**
 * CiliumEndpoints by their state, the most frequent one first. `undefined`
 * where the cluster has no such objects.
 */
export function endpointsView(look: Look): ClusterView['cilium']['endpoints'] {
  const { ciliumendpoints } = look.snapshot.resources;
  if (ciliumendpoints.state === 'notInstalled') {
    return undefined;
  }
  const counts = new Map<string, number>();
  for (const { state } of isShown(ciliumendpoints)
    ? ciliumendpoints.items
    : []) {
    const name = (state ?? '').slice(0, LONGEST_NAME);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    total: measured(
      [['ciliumendpoints', ciliumendpoints]],
      () => ciliumendpoints.items.length,
    ),
    states: [...counts]
      .map(([state, count]) => ({ state, count }))
      .sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1))
      .slice(0, MOST_STATES),
  };
}

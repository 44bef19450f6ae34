import type { NodePod, NodeView } from '@clusterworks/plugin-clusters-common';
import type { TreemapPart } from '../Treemap';
import type { NodeSize } from './nodeGroups';

/** A pod that requests nothing still has a box that can be pointed at. */
const LEAST_SHARE = 0.004;

/**
 * The share of its node that each pod requests, in what decides the size of
 * boxes; none when the node does not say how large it is.
 */
export function podShares(
  node: NodeView,
  pods: readonly NodePod[],
  size: NodeSize,
): TreemapPart[] {
  const whole = size === 'pods' ? pods.length : node[size];
  return whole
    ? pods.map(pod => ({
        key: pod.pod,
        share: Math.max(
          LEAST_SHARE,
          size === 'pods' ? 1 / whole : pod[size] / whole,
        ),
      }))
    : [];
}

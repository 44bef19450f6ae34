import type { ClusterState } from '../ClusterState';
import type { NodeFacts } from '../../kinds';
import { conditionOf } from '../../kinds';

/**
 * Whether a node can be assessed: it is not being deleted and its kubelet
 * reports. When kubelet is silent, the pods of the node look unready whatever
 * their real state.
 */
export function isJudged(node: NodeFacts | undefined): node is NodeFacts {
  return (
    node !== undefined &&
    node.deletedAt === undefined &&
    conditionOf(node, 'Ready')?.status !== 'Unknown'
  );
}

/**
 * Whether the state of pods on the named node is meaningful; true when nodes
 * are not known.
 */
export function podsTell(cluster: ClusterState, nodeName?: string): boolean {
  if (nodeName === undefined) {
    return false;
  }
  return (
    !cluster.ok('nodes') || isJudged(cluster.index.nodeByName().get(nodeName))
  );
}

/**
 * Whether the node was in service before: then its startup taint is a new one.
 */
export function wasInService(node: NodeFacts): boolean {
  return (
    node.labels['karpenter.sh/initialized'] === 'true' ||
    conditionOf(node, 'NetworkUnavailable')?.status === 'False'
  );
}

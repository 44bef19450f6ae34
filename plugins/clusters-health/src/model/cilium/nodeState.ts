import { ClusterState } from '../ClusterState';
import { conditionOf, NodeFacts } from '../../kinds';

/**
 * Whether a node is there to be judged: not going, and its kubelet speaks. The
 * pods of a silent node look unready whatever they do.
 */
export function isJudged(node: NodeFacts | undefined): node is NodeFacts {
  return (
    node !== undefined &&
    node.deletedAt === undefined &&
    conditionOf(node, 'Ready')?.status !== 'Unknown'
  );
}

/** Whether pods of the named node tell anything; true when nodes are not known. */
export function podsTell(cluster: ClusterState, nodeName?: string): boolean {
  if (nodeName === undefined) return false;
  return (
    !cluster.ok('nodes') || isJudged(cluster.index.nodeByName().get(nodeName))
  );
}

/** Whether the node was in service once: then a taint of today is a new one. */
export function wasInService(node: NodeFacts): boolean {
  return (
    node.labels['karpenter.sh/initialized'] === 'true' ||
    conditionOf(node, 'NetworkUnavailable')?.status === 'False'
  );
}

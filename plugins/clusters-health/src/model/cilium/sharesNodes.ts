import type { NodeFacts, WorkloadFacts } from '../../kinds';
import { selectsNode } from '../agentPlacement';
import type { ClusterState } from '../ClusterState';
import type { Selected } from '../daemonSetSelects';

/** Whether any node has both Cilium's agent and a pod of another DaemonSet. */
export function sharesNodes(
  cluster: ClusterState,
  daemonSet: WorkloadFacts,
): Selected {
  const nodes = cluster.items('nodes');
  if (nodes.length === 0) {
    return 'yes';
  }
  const each = nodes.map(node => meetsOn(cluster, daemonSet, node));
  return (['yes', 'unknown'] as const).find(is => each.includes(is)) ?? 'no';
}

/**
 * Decides by the placement of both DaemonSets. When the placement depends on a
 * label that is not kept, decides by the nodes of their pods.
 */
function meetsOn(
  cluster: ClusterState,
  daemonSet: WorkloadFacts,
  node: NodeFacts,
): Selected {
  const wanted = [
    cluster.index.agentBelongsOn(node.name),
    selectsNode(daemonSet, node),
  ];
  if (wanted.includes('no')) {
    return 'no';
  }
  if (!wanted.includes('unknown')) {
    return 'yes';
  }
  if (!cluster.ok('pods')) {
    return 'unknown';
  }
  const isThere = cluster
    .items('pods')
    .some(
      ({ nodeName, owners }) =>
        nodeName === node.name &&
        owners.some(
          ({ kind, name }) => kind === 'DaemonSet' && name === daemonSet.name,
        ),
    );
  return isThere && cluster.index.ciliumAgentPods().has(node.name)
    ? 'yes'
    : 'no';
}

import type { RuleRemedy } from './RuleRemedy';
import type { ClusterState } from '../ClusterState';
import { shellCommand } from './shellCommand';
import { isOwnClaim } from '../ownNodes';

/**
 * Replaces a node. Only nodes of Karpenter get a command: deleting the
 * NodeClaim drains the node as PodDisruptionBudgets allow and terminates the
 * instance. Deleting another Node object would leave its instance running and
 * start its pods a second time.
 */
export function replaceNode(
  cluster: ClusterState,
  node: string,
  when: string,
): RuleRemedy {
  const claim = cluster.index.claimByNodeName().get(node);
  if (!claim || !isOwnClaim(claim)) {
    return {
      text: `${when}: drain the node and terminate its instance through its node group. Do not only delete the Node`,
    };
  }
  return {
    text: `${when}: delete the NodeClaim. Karpenter evicts the pods of the node as PodDisruptionBudgets allow, ends the instance and launches another for pods that wait`,
    command: shellCommand`kubectl delete nodeclaim ${claim.name}`,
  };
}

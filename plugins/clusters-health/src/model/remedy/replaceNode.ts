import { RuleRemedy } from './RuleRemedy';
import { ClusterState } from '../ClusterState';
import { shellCommand } from './shellCommand';
import { isOwnClaim } from '../ownNodes';

/**
 * Replaces a node. Only for a node of Karpenter there is a command: deleting
 * the NodeClaim drains the node as PodDisruptionBudgets allow and ends the
 * instance. Deleting any other Node object would only orphan its instance and
 * start its pods twice.
 */
export function replaceNode(
  cluster: ClusterState,
  node: string,
  when: string,
): RuleRemedy {
  const claim = cluster.index.claimByNodeName().get(node);
  if (!claim || !isOwnClaim(claim)) {
    return {
      text: `${when}: drain the node and end its instance in the way of its node group. Do not only delete the Node`,
    };
  }
  return {
    text: `${when}: delete the NodeClaim. Karpenter evicts the pods of the node as PodDisruptionBudgets allow, ends the instance and launches another for pods that wait`,
    command: shellCommand`kubectl delete nodeclaim ${claim.name}`,
  };
}

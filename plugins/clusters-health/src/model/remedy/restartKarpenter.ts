import type { ClusterState } from '../ClusterState';
import type { RuleRemedy } from './RuleRemedy';
import { shellCommand } from './shellCommand';

/**
 * Restarts Karpenter's controller; only for a controller that runs but is in a
 * wrong state.
 */
export function restartKarpenter(
  cluster: ClusterState,
  when: string,
): RuleRemedy {
  const controller = cluster.index.karpenter();
  const namespace = controller?.namespace ?? 'kube-system';
  return {
    text: `${when}: restart the controller. This replaces its pods; nodes and pods that run stay, and no node is launched or removed meanwhile`,
    command: shellCommand`kubectl -n ${namespace} rollout restart deployment ${
      controller?.name ?? 'karpenter'
    }`,
  };
}

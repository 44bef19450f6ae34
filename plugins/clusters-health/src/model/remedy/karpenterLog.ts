import type { ClusterState } from '../ClusterState';
import type { RuleRemedy } from './RuleRemedy';
import { shellCommand } from './shellCommand';

/**
 * Shows the log lines of Karpenter's controller about an object, of the last
 * hour.
 */
export function karpenterLog(
  cluster: ClusterState,
  name: string,
  text = 'Read what the controller says of it',
): RuleRemedy {
  const namespace = cluster.index.karpenter()?.namespace ?? 'kube-system';
  return {
    text,
    command: shellCommand`kubectl -n ${namespace} logs -l app.kubernetes.io/name=karpenter -c controller --tail=-1 --since=1h | grep -F -e ${name}`,
  };
}

import type { ClusterState } from '../ClusterState';
import { ciliumNamespace } from '../cilium/ciliumSettings';
import { unreadyAgents } from '../cilium/unreadyAgents';
import type { RuleRemedy } from './RuleRemedy';
import { shellCommand } from './shellCommand';

/**
 * Restarts the agents of all nodes. No command while an agent is not ready: it
 * may have started with the present configuration and not come up, and a
 * restart would take the network of every node away.
 *
 * @param when - the condition under which to restart
 */
export function restartAgents(cluster: ClusterState, when: string): RuleRemedy {
  const [unready] = unreadyAgents(cluster);
  if (unready || !cluster.ok('pods')) {
    return {
      text: `Restart no agent while ${
        unready
          ? `the agent on node ${unready.pod.nodeName} is not ready: find out first whether it fails with the present configuration`
          : 'pods cannot be read: find out first whether all agents are ready'
      }`,
    };
  }
  return {
    text: `${when}: restart the agents. This replaces the agent on every node, two at a time by default; pods keep their network, but none starts meanwhile and proxied (layer 7) connections end`,
    command: shellCommand`kubectl -n ${ciliumNamespace(
      cluster,
    )} rollout restart daemonset cilium`,
  };
}

import type { ClusterState } from '../../../model/ClusterState';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import {
  type StartupAgent,
  startupAgentOf,
} from '../../../model/startupAgents';
import { conditionOf, type PodFacts } from '../../../kinds';

/** Where to look for the reason that keeps a new node out of service. */
export function notInitializedRemedy(
  cluster: ClusterState,
  node: string,
  taint: string | undefined,
): RuleRemedy[] {
  const look = {
    text: 'See what the kubelet says and which taints are left',
    command: shellCommand`kubectl describe node ${node}`,
  };
  const agent = taint === undefined ? undefined : startupAgentOf(taint);
  if (!agent?.selector) {
    return taint === undefined
      ? [look]
      : [
          {
            text: `See what runs on the node, and whether the agent that removes ${taint} is there and ready`,
            command: shellCommand`kubectl get pods -A -o wide --field-selector spec.nodeName=${node}`,
          },
          look,
        ];
  }
  return [
    {
      text: `See whether ${agent.name} runs on the node and is ready`,
      command: shellCommand`kubectl get pods -A -o wide -l ${agent.selector} --field-selector spec.nodeName=${node}`,
    },
    look,
    ...restart(agentPodOn(cluster, node, agent)),
  ];
}

function agentPodOn(
  cluster: ClusterState,
  node: string,
  { selector = '' }: StartupAgent,
): PodFacts | undefined {
  const [key, value] = selector.split('=');
  return (cluster.index.podsByNode().get(node) ?? []).find(
    ({ labels }) => labels[key] === value,
  );
}

/**
 * An agent removes its startup taint only when the agent starts. The command is
 * offered only for a ready agent: the log of one that is not ready says why.
 */
function restart(pod: PodFacts | undefined): RuleRemedy[] {
  const isReady = pod && conditionOf(pod, 'Ready')?.status === 'True';
  return [
    {
      text: 'If it runs and is ready: restart it, since it removes its taint only when it starts. This deletes its pod on the node, and the DaemonSet starts another; volumes that are mounted stay',
      command: isReady
        ? shellCommand`kubectl -n ${pod.namespace} delete pod ${pod.name}`
        : undefined,
    },
    {
      text: 'If it does not run there: see what its DaemonSet selects and tolerates; a taint that nothing removes belongs in no NodePool',
    },
  ];
}

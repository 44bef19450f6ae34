import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import type { SandboxCause } from '../../../model/cilium/sandboxCause';
import type { ClusterState } from '../../../model/ClusterState';
import {
  lookAtCiliumNode,
  operatorLog,
  restartAgent,
} from '../../../model/remedy/ciliumNodeRemedies';
import { instanceIdOf } from '../../../model/remedy/describeInstances';
import { replaceNode } from '../../../model/remedy/replaceNode';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import type { PodFacts } from '../../../kinds';

/**
 * What to do about pods without a network, depending on the cause that kubelet
 * names.
 */
export function remedyOf(
  cluster: ClusterState,
  cause: SandboxCause,
  pod: PodFacts,
): RuleRemedy[] {
  const node = pod.nodeName ?? '';
  switch (cause) {
    case 'noAddress':
      return [
        lookAtCiliumNode(node),
        operatorLog(cluster, `Unable to maintain ip pool|${node}`),
      ];
    case 'addressInUse':
      return [
        {
          text: 'See which endpoint has the address: one that belongs to no pod of the node is left over',
          command: listEndpoints(cluster, node),
        },
        restartAgent(cluster, node),
        replaceNode(
          cluster,
          node,
          'If another CNI (aws-node) gave out addresses on the node before Cilium, and it goes on',
        ),
      ];
    case 'noInterface':
      return [
        lookAtCiliumNode(node),
        compareWithEc2(cluster, node),
        {
          text: 'An interface that EC2 does not show on the instance: the CiliumNode is of another instance or out of date; delete it and restart the agent of the node. One that it shows: the node has not brought it up; replace the node',
        },
      ];
    case 'rateLimit':
      return [{ text: 'It passes; raise api-rate-limit if it comes often' }];
    case 'identity':
      return [
        agentLog(cluster, node, 'identity'),
        {
          text: 'See whether the pod has its object: the agent makes CiliumIdentities, and must be allowed to',
          command: shellCommand`kubectl get ciliumidentities -o custom-columns=NAME:.metadata.name,CREATED:.metadata.creationTimestamp --sort-by=.metadata.creationTimestamp`,
        },
      ];
    case 'awsCni':
      return [
        {
          text: 'See whether aws-node still runs there',
          command: shellCommand`kubectl -n kube-system get pods -l k8s-app=aws-node --field-selector spec.nodeName=${node}`,
        },
      ];
    case 'agentDown':
    case 'notInstalled':
      return [
        lookAtAgentPod(cluster, node),
        agentLog(cluster, node, 'error|fatal'),
      ];
    case 'slowAgent':
      return [
        agentLog(cluster, node, 'error|timeout|regenerat'),
        lookAtAgentPod(cluster, node),
        restartAgent(cluster, node),
      ];
    default:
      return [
        {
          text: 'Read the whole message',
          command: shellCommand`kubectl -n ${pod.namespace} describe pod ${pod.name}`,
        },
        agentLog(cluster, node, 'error|warn'),
      ];
  }
}

function lookAtAgentPod(cluster: ClusterState, node: string): RuleRemedy {
  return {
    text: "See the state of the node's agent, its restarts and its age",
    command: shellCommand`kubectl -n ${ciliumNamespace(
      cluster,
    )} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${node}`,
  };
}

function agentLog(
  cluster: ClusterState,
  node: string,
  pattern: string,
): RuleRemedy {
  const agent = cluster.index.ciliumAgentPods().get(node);
  return {
    text: "Read what the node's agent says of it",
    command:
      agent &&
      shellCommand`kubectl -n ${agent.namespace} logs ${agent.name} -c cilium-agent --since=30m | grep -i -E -e ${pattern}`,
  };
}

/** Lists the endpoints that the agent of the node knows. */
function listEndpoints(
  cluster: ClusterState,
  node: string,
): RuleRemedy['command'] {
  const agent = cluster.index.ciliumAgentPods().get(node);
  return (
    agent &&
    shellCommand`kubectl -n ${agent.namespace} exec ${agent.name} -c cilium-agent -- cilium-dbg endpoint list`
  );
}

function compareWithEc2(cluster: ClusterState, node: string): RuleRemedy {
  const instance = instanceIdOf(
    cluster.index.nodeByName().get(node)?.providerId,
  );
  return {
    text: 'Compare with the interfaces that EC2 has on the instance',
    command: instance
      ? shellCommand`aws ec2 describe-network-interfaces --filters ${`Name=attachment.instance-id,Values=${instance}`} --query 'NetworkInterfaces[].[NetworkInterfaceId,MacAddress,Attachment.DeviceIndex,SubnetId]' --output table`
      : undefined,
  };
}

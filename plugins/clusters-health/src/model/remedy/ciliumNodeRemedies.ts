import type { RuleRemedy } from './RuleRemedy';
import { shellCommand } from './shellCommand';
import type { CiliumNodeFacts } from '../../kinds';
import { ciliumNamespace } from '../cilium/ciliumSettings';
import type { ClusterState } from '../ClusterState';

/** Shows the values that the operator and the agent wrote about a node. */
export function lookAtCiliumNode(name: string): RuleRemedy {
  return {
    text: 'See which instance the CiliumNode describes and which addresses are in use',
    command: shellCommand`kubectl get ciliumnode ${name} -o yaml`,
  };
}

/** Shows the agent pod of a node. */
export function lookAtAgent(cluster: ClusterState, node: string): RuleRemedy {
  return {
    text: "See whether the node's agent is ready",
    command: shellCommand`kubectl -n ${ciliumNamespace(
      cluster,
    )} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${node}`,
  };
}

/**
 * Restarts the agent of a node. Running pods keep their network.
 *
 * @param when - the condition under which to restart; absent when the restart
 *   is always right
 */
export function restartAgent(
  cluster: ClusterState,
  node: string,
  when?: string,
): RuleRemedy {
  return {
    text: `${
      when ? `${when}: restart` : 'Restart'
    } the node's agent. This deletes its pod, and the DaemonSet starts another. Pods that run there keep their network; none starts or ends meanwhile`,
    command: shellCommand`kubectl -n ${ciliumNamespace(
      cluster,
    )} delete pod -l k8s-app=cilium --field-selector spec.nodeName=${node}`,
  };
}

/**
 * How to make agent and operator read a node again. When pods run on the node,
 * its agent keeps using the old data, so the restart has to follow at once.
 * When addresses are in use, the steps have no commands, because the operator
 * may then treat used interfaces as free.
 */
export function recreateCiliumNode(
  cluster: ClusterState,
  node: CiliumNodeFacts,
): RuleRemedy[] {
  const look = lookAtCiliumNode(node.name);
  const inUse = node.pool > 0 || (node.used ?? 0) > 0;
  if (inUse) {
    return [
      look,
      {
        text: 'It holds addresses: cordon the node and move its pods away first. Then delete the CiliumNode, so that the operator reads the instance anew, and restart the agent of the node at once; or replace the node',
      },
    ];
  }
  return [
    look,
    {
      text: 'Delete the CiliumNode, which holds no address, so that the operator reads the instance anew',
      command: shellCommand`kubectl delete ciliumnode ${node.name}`,
    },
    restartAgent(cluster, node.name),
  ];
}

/**
 * Deletes a CiliumNode whose Node is gone. The check and the deletion are two
 * commands, because a check that fails for another reason must not lead to the
 * deletion.
 */
export function deleteLeftOver(name: string): RuleRemedy[] {
  return [
    {
      text: 'Make sure that its Node is really gone: this must end well and print nothing',
      command: shellCommand`kubectl get node ${name} --ignore-not-found`,
    },
    {
      text: 'Only then: delete the CiliumNode. Other nodes no longer route to it',
      command: shellCommand`kubectl delete ciliumnode ${name}`,
    },
  ];
}

/** Shows the operator's log, the only place with EC2's error messages. */
export function operatorLog(
  cluster: ClusterState,
  pattern: string,
): RuleRemedy {
  return {
    text: 'Read why in the log of the Cilium operator: EC2 says so nowhere else',
    command: shellCommand`kubectl -n ${ciliumNamespace(
      cluster,
    )} logs -l io.cilium/app=operator --tail=-1 --since=1h | grep -E -e ${pattern}`,
  };
}

/**
 * Restarts the operator, for faults on many nodes that the operator does not
 * process.
 */
export function restartOperator(cluster: ClusterState): RuleRemedy {
  const { name = 'cilium-operator' } = cluster.index.ciliumOperator() ?? {};
  return {
    text: 'If many nodes are affected and the log shows nothing: restart the operator. This replaces its pods; pods that run keep their network, new nodes wait meanwhile',
    command: shellCommand`kubectl -n ${ciliumNamespace(
      cluster,
    )} rollout restart deployment ${name}`,
  };
}

/**
 * Asks EC2 for the free addresses of a subnet, which no Kubernetes object
 * contains.
 */
export function describeSubnet(subnet: string): RuleRemedy {
  return {
    text: 'See how many addresses EC2 has left in the subnet',
    command: shellCommand`aws ec2 describe-subnets --subnet-ids ${subnet} --query 'Subnets[].[SubnetId,AvailabilityZone,CidrBlock,AvailableIpAddressCount]' --output table`,
  };
}

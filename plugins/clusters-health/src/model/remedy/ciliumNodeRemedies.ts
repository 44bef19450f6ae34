import { RuleRemedy } from './RuleRemedy';
import { fixedCommand, shellCommand } from './shellCommand';
import { CiliumNodeFacts } from '../../kinds';

/** Shows what the operator and the agent wrote of a node. */
export function lookAtCiliumNode(name: string): RuleRemedy {
  return {
    text: 'See which instance the CiliumNode describes and which addresses are in use',
    command: shellCommand`kubectl get ciliumnode ${name} -o yaml`,
  };
}

/** Shows the agent of a node. */
export function lookAtAgent(node: string): RuleRemedy {
  return {
    text: "See whether the node's agent is ready",
    command: shellCommand`kubectl -n kube-system get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${node}`,
  };
}

/** Restarts the agent of a node. Pods that run there keep their network. */
export function restartAgent(node: string): RuleRemedy {
  return {
    text: "Restart the node's agent: this deletes its pod, and the DaemonSet starts another. Pods that run there keep their network; none starts or ends meanwhile",
    command: shellCommand`kubectl -n kube-system delete pod -l k8s-app=cilium --field-selector spec.nodeName=${node}`,
  };
}

/**
 * How to make agent and operator look at a node anew. The agent of a node
 * with running pods goes on with what it saw last, so its restart has to
 * follow at once; where addresses are in use the steps are only said, since
 * the operator may then take interfaces for free that are not.
 */
export function recreateCiliumNode(node: CiliumNodeFacts): RuleRemedy[] {
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
    restartAgent(node.name),
  ];
}

/**
 * A CiliumNode whose Node is gone. Looking and deleting are two commands: a
 * look that fails for another reason must not delete.
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

/** The operator's log is the only place where EC2's answer is written. */
export function operatorLog(pattern: string): RuleRemedy {
  return {
    text: 'Read why in the log of the Cilium operator: EC2 says so nowhere else',
    command: shellCommand`kubectl -n kube-system logs -l io.cilium/app=operator --tail=-1 --since=1h | grep -E -e ${pattern}`,
  };
}

/** Restarts the operator; for many nodes that it does not get to. */
export const restartOperator: RuleRemedy = {
  text: 'If many nodes are affected and the log shows nothing: restart the operator. This replaces its pods; pods that run keep their network, new nodes wait meanwhile',
  command: fixedCommand`kubectl -n kube-system rollout restart deployment cilium-operator`,
};

/** Asks EC2 for the free addresses of a subnet: no Kubernetes object has them. */
export function describeSubnet(subnet: string): RuleRemedy {
  return {
    text: 'See how many addresses EC2 has left in the subnet',
    command: shellCommand`aws ec2 describe-subnets --subnet-ids ${subnet} --query 'Subnets[].[SubnetId,AvailabilityZone,CidrBlock,AvailableIpAddressCount]' --output table`,
  };
}

import { Remedy } from '@clusterworks/plugin-clusters-common';

/**
 * How to make agent and operator look at a node anew. Deleting the CiliumNode
 * of a node with running pods is safe only together with its agent pod
 * (facts/cilium.md 3.5), so both steps always come together.
 */
export function recreateCiliumNode(node: string): Remedy[] {
  return [
    {
      text: 'Delete the CiliumNode, so that the operator reads the instance anew',
      command: `kubectl delete ciliumnode ${node}`,
    },
    {
      text: "Then restart that node's agent, which creates it again",
      command: `kubectl -n kube-system delete pod -l k8s-app=cilium --field-selector spec.nodeName=${node}`,
    },
  ];
}

/** The operator's log is the only place where EC2's answer is written. */
export function operatorLog(pattern: string): Remedy {
  return {
    text: 'Read why in the log of the Cilium operator: EC2 says so nowhere else',
    command: `kubectl -n kube-system logs -l io.cilium/app=operator --tail=-1 --since=1h | grep -E '${pattern}'`,
  };
}

/** Asks EC2 for the free addresses of a subnet: no Kubernetes object has them. */
export function describeSubnet(subnet: string): Remedy {
  return {
    text: 'See how many addresses EC2 has left in the subnet',
    command: `aws ec2 describe-subnets --subnet-ids ${subnet} --query 'Subnets[].[SubnetId,AvailabilityZone,CidrBlock,AvailableIpAddressCount]' --output table`,
  };
}

import { RuleDoc } from '../../../rule/Rule';

/** What people read of maxPodsTooHigh. */
export const maxPodsTooHighDoc: RuleDoc = {
  title: 'Node admits more pods than it has addresses',
  means:
    'The scheduler believes that there is room, and pods hang in ContainerCreating for want of an address. Karpenter reckons maxPods as the VPC CNI would use the interfaces.',
  foundBy:
    "Node status.allocatable.pods exceeds Cilium's capacity of the instance type (interfaces from first-interface-index on, times addresses) minus router and health address plus pods in the host network; one finding per instance type. A note up to 4 pods, which every node with the default has; else a warning.",
  todo: 'Set kubelet.maxPods in the EC2NodeClass (the blueprint reckons it), or use prefix delegation with maxPods 110.',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/5780',
};

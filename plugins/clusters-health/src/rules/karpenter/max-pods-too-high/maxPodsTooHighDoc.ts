import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule maxPodsTooHigh. */
export const maxPodsTooHighDoc: CataloguedDoc = {
  title: 'Node admits more pods than it has addresses',
  means:
    'The scheduler places pods that then hang in ContainerCreating without an address. Karpenter calculates maxPods for the VPC CNI, which uses the interfaces differently.',
  foundBy:
    "Node status.allocatable.pods exceeds Cilium's capacity of the instance type (interfaces from first-interface-index on, times addresses) minus router and health address plus pods in the host network; one finding with every instance type. A note up to 4 pods, which every node with the default has; else a warning.",
  whom: 'Nodes with a CiliumNode, in ENI mode.',
  waits:
    'Not at all; a note up to 4 pods, which every node with the default has.',
  cannotSee: 'What other software takes of the addresses.',
  lookAlikes: 'Nodes of another CNI, which have no CiliumNode.',
  todo: [
    'Set kubelet.maxPods in the EC2NodeClass; the blueprint calculates it. Karpenter then replaces the nodes, as budgets allow.',
    'Or use prefix delegation with maxPods 110; Xen types (i3, m4, t2) support no prefixes.',
  ],
  source: 'https://github.com/aws/karpenter-provider-aws/issues/5780',
};

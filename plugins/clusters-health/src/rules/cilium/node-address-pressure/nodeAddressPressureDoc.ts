import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeAddressPressure. */
export const nodeAddressPressureDoc: RuleDoc = {
  title: 'Node runs out of addresses',
  means:
    'A pod that is scheduled to the node hangs in ContainerCreating, and neither the scheduler nor Karpenter knows: both count pods, not addresses.',
  foundBy:
    'Per node in ENI mode, addresses in a release handshake not counted: none free although some are used (critical; for more than a minute where the node can still grow); fewer than pre-allocate for more than 2 minutes where it can grow (warning); 90 % of the capacity of its type in use (warning); no interface and no address can be added (info). A node to which kubelet admits no more pods than it has addresses for is at most info.',
  todo: 'Larger instances, a lower maxPods, prefix delegation, or more room in the subnet.',
  source: 'https://github.com/cilium/cilium/blob/v1.16.5/pkg/ipam/node.go',
};

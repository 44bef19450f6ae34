import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeAddressPressure. */
export const nodeAddressPressureDoc: CataloguedDoc = {
  title: 'Node runs out of addresses',
  means:
    'A pod that is scheduled to the node hangs in ContainerCreating, and neither the scheduler nor Karpenter knows: both count pods, not addresses.',
  foundBy:
    'Per node in ENI mode, addresses in a release handshake not counted: none free although some are used (critical; when the node can still get more, only after a minute, observed or proven by pods that got no address); fewer than pre-allocate for more than 2 minutes where it can grow (warning); 90 % of the capacity of its type in use (warning); no interface and no address can be added (info). A node to which kubelet admits no more pods than it has addresses for is at most info, unless pods wait for an address there.',
  whom: 'CiliumNodes in ENI mode whose network is up.',
  waits:
    'A minute for a node that can still get addresses, since pods that start together use up the reserve for seconds; 2 for a reserve that is not refilled. No waiting when pods already fail, which is proof.',
  cannotSee: 'Free addresses of the subnet; what other instances take.',
  lookAlikes:
    'A burst of pods; a node that is full as planned, to which kubelet admits no more pods than it has addresses for.',
  todo: [
    "See whether the node can grow: then it is the subnet, and the operator's log says why.",
    'Else lower maxPods or choose larger types.',
    'Or turn prefix delegation on (Nitro types only).',
  ],
  source: 'https://github.com/cilium/cilium/blob/v1.16.5/pkg/ipam/node.go',
};

import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { atMost, exact, minutesAgo, unknown } from './measures';

/** Cilium of that cluster: a node without addresses in a full subnet. */
export const ciliumView: ClusterView['cilium'] = {
  state: 'ok',
  rollouts: [
    {
      component: 'Cilium agent',
      kind: 'DaemonSet',
      namespace: 'kube-system',
      name: 'cilium',
      desired: exact(12),
      ready: exact(9),
      updated: exact(12),
      version: '1.19.9',
    },
    {
      component: 'Cilium operator',
      kind: 'Deployment',
      namespace: 'kube-system',
      name: 'cilium-operator',
      desired: exact(2),
      ready: exact(2),
      updated: exact(2),
      version: '1.19.9',
    },
  ],
  addressesWarm: exact(9),
  room: { addresses: atMost(412), nodes: atMost(9), hours: atMost(52) },
  nodes: [
    {
      node: 'ip-10-0-0-9.eu-west-1.compute.internal',
      zone: 'eu-west-1a',
      instanceType: 'm6i.2xlarge',
      used: exact(38),
      allocated: exact(42),
      capacity: exact(58),
      warm: exact(4),
    },
    {
      node: 'ip-10-0-1-7.eu-west-1.compute.internal',
      zone: 'eu-west-1b',
      instanceType: 'm6i.2xlarge',
      used: exact(0),
      allocated: exact(0),
      capacity: exact(58),
    },
  ],
  subnets: [
    {
      subnetId: 'subnet-0b2',
      cidr: '10.40.32.0/19',
      zone: 'eu-west-1b',
      nodes: 4,
      usable: exact(8187),
      used: exact(150),
      warm: exact(20),
      room: {
        addresses: atMost(8017),
        nodes: unknown('EC2 gives 1 of its nodes no address'),
        hours: unknown('no growth was seen'),
      },
      refused: {
        nodes: ['ip-10-0-1-7.eu-west-1.compute.internal'],
        text: 'AWS refuses new addresses: InsufficientFreeAddressesInSubnet',
      },
    },
  ],
  stuck: [
    {
      node: 'ip-10-0-1-7.eu-west-1.compute.internal',
      what: 'noAddresses',
      since: minutesAgo(11),
      text: 'The node has no interface with addresses.',
      remedy: [
        {
          text: 'Delete the NodeClaim; Karpenter replaces the node.',
          command: 'kubectl delete nodeclaim general-x7k2p',
        },
      ],
    },
  ],
  posture: [
    { aspect: 'encryption', configured: 'none', seen: 'none' },
    {
      aspect: 'aws-node',
      configured: 'absent',
      seen: 'present',
      conflict: 'The DaemonSet aws-node runs beside Cilium.',
    },
  ],
  networkWait: { p50: exact(18), p95: exact(31), waiting: exact(1) },
};

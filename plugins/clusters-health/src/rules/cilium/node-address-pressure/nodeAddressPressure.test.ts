import { nodeAddressPressure } from './nodeAddressPressure';
import {
  agentPod,
  ciliumNode,
  config,
  node,
  pod,
  sandboxEvent,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const of = (options: object) => ({ ciliumnodes: [ciliumNode('a', options)] });
const full = (used: number) => of({ enis: [9, 9, 9], used });
const pods = (count: number) =>
  Array.from({ length: count }, (_, index) => pod(`p${index}`));

const hanging = pod('web', { phase: 'Pending', ready: false });
const failure = (first: number, message = 'No more IPs available') =>
  sandboxEvent('web', message, { first, last: 5 });
const prefixes = config({ 'aws-enable-prefix-delegation': 'true' });

describeRule(
  nodeAddressPressure,
  [
    {
      name: 'all 27 of m6i.large in use',
      world: full(27),
      said: ['critical CiliumNode/a'],
      says: 'all 27 are in use',
    },
    {
      name: '1.20: pods wait at the limit',
      world: of({ enis: [9, 9, 9], used: 0, requested: 37 }),
      said: ['critical CiliumNode/a'],
      says: '2 pods wait',
    },
    {
      name: 'all in use, and kubelet admits no more pods either',
      world: {
        ...full(27),
        nodes: [node('a', { pods: '27' })],
        pods: [agentPod('a'), ...pods(26)],
      },
      said: ['info CiliumNode/a'],
    },
    {
      name: 'all in use, kubelet admits no more, and pods wait for an address',
      world: {
        ...full(27),
        nodes: [node('a', { pods: '27' })],
        pods: [agentPod('a'), ...pods(25), hanging],
        events: [failure(200)],
      },
      said: ['critical CiliumNode/a'],
      says: 'all 27 are in use',
    },
    {
      name: 'none free although it could grow, and pods have failed for a minute',
      world: {
        ...of({ enis: [9], used: 9 }),
        pods: [agentPod('a'), hanging],
        events: [failure(60)],
      },
      said: ['critical CiliumNode/a'],
    },
    {
      name: 'none free although it could grow, and pods have failed for less',
      world: {
        ...of({ enis: [9], used: 9 }),
        pods: [agentPod('a'), hanging],
        events: [failure(59)],
      },
    },
    {
      name: 'pods that fail for another reason do not count',
      world: {
        ...of({ enis: [9], used: 9 }),
        pods: [agentPod('a'), hanging],
        events: [failure(600, 'IP ipv4:10.0.0.1 is already in use')],
      },
      said: ['warning CiliumNode/a'],
    },
    {
      name: 'prefixes are on, but the type does not support them',
      world: {
        ...of({ type: 'i3.large', enis: [9, 9, 9], used: 27 }),
        configmaps: [prefixes],
      },
      said: ['critical CiliumNode/a'],
      says: 'i3.large is not a Nitro type and gets no prefixes',
      offers: 'instance-hypervisor In [nitro]',
      offersNot: /prefix delegation on\b/,
    },
    {
      name: 'prefixes are off: recommends them for a Nitro type',
      world: full(27),
      said: ['critical CiliumNode/a'],
      offers: 'turn prefix delegation on',
      offersNot: /hypervisor/,
    },
    {
      name: 'prefixes are off: does not recommend them for a Xen type',
      world: of({ type: 'i3.large', enis: [9, 9, 9], used: 27 }),
      said: ['critical CiliumNode/a'],
      offersNot: /prefix/,
    },
    {
      name: '90 % of the capacity',
      world: full(25),
      said: ['warning CiliumNode/a'],
      says: '25 of the 27',
    },
    {
      name: 'just below 90 %: at capacity is info',
      world: full(24),
      said: ['info CiliumNode/a'],
      says: 'has all 27 addresses',
    },
    {
      name: 'none free although it could grow, at a first look',
      world: of({ enis: [9], used: 9 }),
      said: ['warning CiliumNode/a'],
    },
    {
      name: 'none free although it could grow, for a minute',
      world: of({ enis: [9], used: 9 }),
      for: 60,
      said: ['critical CiliumNode/a'],
    },
    {
      name: 'none free although it could grow, for half a minute',
      world: of({ enis: [9], used: 9 }),
      for: 30,
    },
    {
      name: 'short for 2 minutes',
      world: of({ enis: [9, 9], used: 16 }),
      for: 120,
      said: ['warning CiliumNode/a'],
      says: '6 more addresses that it asks for; 2 are left',
    },
    {
      name: 'short for just below 2 minutes',
      world: of({ enis: [9, 9], used: 16 }),
      for: 90,
    },
    {
      name: 'short at a first look',
      world: of({ enis: [9, 9], used: 16 }),
      state: 'unknown',
    },
    {
      name: 'an unknown type: no capacity, no finding',
      world: of({ type: 'x9.huge', enis: [30], used: 20 }),
    },
    {
      name: 'more than the table allows: the table is wrong',
      world: of({ enis: [14], used: 2 }),
    },
    {
      name: 'a node that does not report its use',
      world: of({ enis: [9, 9, 9], used: 0 }),
      state: 'unknown',
      says: 'does not say',
    },
    {
      name: 'another IPAM mode',
      world: { ...full(27), configmaps: [config({ ipam: 'cluster-pool' })] },
      state: 'notApplicable',
    },
    {
      name: 'a node without network: D07 reports it',
      world: of({ enis: [0], up: false }),
    },
  ],
  ciliumTable,
);

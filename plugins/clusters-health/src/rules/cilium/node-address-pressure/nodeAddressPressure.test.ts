import { nodeAddressPressure } from './nodeAddressPressure';
import {
  agentPod,
  ciliumNode,
  config,
  node,
  pod,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const of = (options: object) => ({ ciliumnodes: [ciliumNode('a', options)] });
const full = (used: number) => of({ enis: [9, 9, 9], used });
const pods = (count: number) =>
  Array.from({ length: count }, (_, index) => pod(`p${index}`));

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
      name: 'none free where it could grow: a first look is no alarm',
      world: of({ enis: [9], used: 9 }),
      said: ['warning CiliumNode/a'],
    },
    {
      name: 'none free where it could grow, for a minute',
      world: of({ enis: [9], used: 9 }),
      for: 60,
      said: ['critical CiliumNode/a'],
    },
    {
      name: 'none free where it could grow, for half a minute',
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
      name: 'a type that is not known: no capacity, no alarm',
      world: of({ type: 'x9.huge', enis: [30], used: 20 }),
    },
    {
      name: 'more than the table allows: the table is wrong',
      world: of({ enis: [14], used: 2 }),
    },
    {
      name: 'a node that does not say what it uses',
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
      name: 'a node without network is D07',
      world: of({ enis: [0], up: false }),
    },
  ],
  ciliumTable,
);

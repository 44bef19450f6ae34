import { nodeAddressPressure } from './nodeAddressPressure';
import {
  agentPod,
  ciliumNode,
  config,
  node,
  pod,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const of = (options: object) => ({ ciliumnodes: [ciliumNode('a', options)] });
const full = (used: number) => of({ enis: [9, 9, 9], used });
const pods = (count: number) =>
  Array.from({ length: count }, (_, index) => pod(`p${index}`));

judges(nodeAddressPressure, [
  {
    what: 'all 27 of m6i.large in use',
    given: full(27),
    said: ['critical CiliumNode/a'],
    says: 'all 27 are in use',
  },
  {
    what: '1.20: pods wait at the limit',
    given: of({ enis: [9, 9, 9], used: 0, requested: 37 }),
    said: ['critical CiliumNode/a'],
    says: '2 pods wait',
  },
  {
    what: 'all in use, and kubelet admits no more pods either',
    given: {
      ...full(27),
      nodes: [node('a', { pods: '27' })],
      pods: [agentPod('a'), ...pods(26)],
    },
    said: ['info CiliumNode/a'],
  },
  {
    what: '90 % of the capacity',
    given: full(25),
    said: ['warning CiliumNode/a'],
    says: '25 of the 27',
  },
  {
    what: 'just below 90 %: at capacity is info',
    given: full(24),
    said: ['info CiliumNode/a'],
    says: 'has all 27 addresses',
  },
  {
    what: 'none free where it could grow: a first look is no alarm',
    given: of({ enis: [9], used: 9 }),
    said: ['warning CiliumNode/a'],
  },
  {
    what: 'none free where it could grow, for a minute',
    given: of({ enis: [9], used: 9 }),
    for: 60,
    said: ['critical CiliumNode/a'],
  },
  {
    what: 'none free where it could grow, for half a minute',
    given: of({ enis: [9], used: 9 }),
    for: 30,
  },
  {
    what: 'short for 2 minutes',
    given: of({ enis: [9, 9], used: 16 }),
    for: 120,
    said: ['warning CiliumNode/a'],
    says: '6 more addresses that it asks for; 2 are left',
  },
  {
    what: 'short for just below 2 minutes',
    given: of({ enis: [9, 9], used: 16 }),
    for: 90,
  },
  {
    what: 'short at a first look',
    given: of({ enis: [9, 9], used: 16 }),
    state: 'unknown',
  },
  {
    what: 'a type that is not known: no capacity, no alarm',
    given: of({ type: 'x9.huge', enis: [30], used: 20 }),
  },
  {
    what: 'more than the table allows: the table is wrong',
    given: of({ enis: [14], used: 2 }),
  },
  {
    what: 'a node that does not say what it uses',
    given: of({ enis: [9, 9, 9], used: 0 }),
    state: 'unknown',
    says: 'does not say',
  },
  {
    what: 'another IPAM mode',
    given: { ...full(27), configmaps: [config({ ipam: 'cluster-pool' })] },
    state: 'notApplicable',
  },
  {
    what: 'a node without network is D07',
    given: of({ enis: [0], up: false }),
  },
]);

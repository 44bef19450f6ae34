import { ciliumnodeStuck } from './ciliumnodeStuck';
import {
  ciliumNode,
  config,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const stuck = (options: object, age = 300) => ({
  nodes: [node('a', { age })],
  ciliumnodes: [ciliumNode('a', { age, up: false, ...options })],
});

describeRule(
  ciliumnodeStuck,
  [
    {
      name: 'interface without addresses for 5 minutes',
      world: stuck({ enis: [0] }),
      said: ['critical CiliumNode/a'],
      says: 'no addresses in subnet-a (eu-west-1a)',
    },
    {
      name: 'interface without addresses for just below 5 minutes',
      world: stuck({ enis: [0] }, 299),
    },
    {
      name: 'no status at all',
      world: stuck({ enis: [], noStatus: true }),
      said: ['critical CiliumNode/a'],
      says: 'has not written',
    },
    {
      name: 'four addresses of the eight that the agent waits for',
      world: stuck({ enis: [4] }),
      said: ['critical CiliumNode/a'],
      says: 'only 4 addresses',
      offers: 'replaces the nodes that run there as drifted',
    },
    {
      name: 'enough addresses, no agent',
      world: stuck({ enis: [9] }),
      said: ['critical CiliumNode/a'],
      says: 'agent does not start',
    },
    {
      name: 'lost its pool while in service',
      world: { ciliumnodes: [ciliumNode('a', { enis: [0] })] },
      said: ['critical CiliumNode/a'],
    },
    {
      name: 'interfaces gone while the pool stays: D10 reports it',
      world: { ciliumnodes: [ciliumNode('a', { enis: [], pool: 12 })] },
    },
    {
      name: 'its Node is gone',
      world: { ...stuck({ enis: [0] }), nodes: [node('b')] },
    },
    {
      name: 'its Node is being deleted',
      world: { ...stuck({ enis: [0] }), nodes: [node('a', { deleted: true })] },
    },
    {
      name: 'another IPAM mode',
      world: {
        ...stuck({ enis: [0] }),
        configmaps: [config({ ipam: 'cluster-pool' })],
      },
      state: 'notApplicable',
      says: 'cluster-pool',
    },
  ],
  ciliumTable,
);

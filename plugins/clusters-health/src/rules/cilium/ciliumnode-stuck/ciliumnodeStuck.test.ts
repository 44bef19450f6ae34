import { ciliumnodeStuck } from './ciliumnodeStuck';
import { ciliumNode, config, node } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const stuck = (options: object, age = 300) => ({
  nodes: [node('a', { age })],
  ciliumnodes: [ciliumNode('a', { age, up: false, ...options })],
});

judges(ciliumnodeStuck, [
  {
    what: 'interface without addresses for 5 minutes',
    given: stuck({ enis: [0] }),
    said: ['critical CiliumNode/a'],
    says: 'no addresses in subnet-a (eu-west-1a)',
  },
  {
    what: 'interface without addresses for just below 5 minutes',
    given: stuck({ enis: [0] }, 299),
  },
  {
    what: 'no status at all',
    given: stuck({ enis: [], noStatus: true }),
    said: ['critical CiliumNode/a'],
    says: 'has not written',
  },
  {
    what: 'four addresses of the eight that the agent waits for',
    given: stuck({ enis: [4] }),
    said: ['critical CiliumNode/a'],
    says: 'only 4 addresses',
  },
  {
    what: 'addresses enough, no agent',
    given: stuck({ enis: [9] }),
    said: ['critical CiliumNode/a'],
    says: 'agent does not start',
  },
  {
    what: 'lost its pool while in service',
    given: { ciliumnodes: [ciliumNode('a', { enis: [0] })] },
    said: ['critical CiliumNode/a'],
  },
  {
    what: 'interfaces gone while the pool stays is D10',
    given: { ciliumnodes: [ciliumNode('a', { enis: [], pool: 12 })] },
  },
  {
    what: 'its Node is gone',
    given: { ...stuck({ enis: [0] }), nodes: [node('b')] },
  },
  {
    what: 'its Node goes',
    given: { ...stuck({ enis: [0] }), nodes: [node('a', { deleted: true })] },
  },
  {
    what: 'another IPAM mode',
    given: {
      ...stuck({ enis: [0] }),
      configmaps: [config({ ipam: 'cluster-pool' })],
    },
    state: 'notApplicable',
    says: 'cluster-pool',
  },
]);

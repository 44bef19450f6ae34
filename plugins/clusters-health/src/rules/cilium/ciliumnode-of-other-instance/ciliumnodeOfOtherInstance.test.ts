import { ciliumnodeOfOtherInstance } from './ciliumnodeOfOtherInstance';
import { ciliumNode, node } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const gone = { ciliumnodes: [ciliumNode('a', { enis: [], pool: 12 })] };

judges(ciliumnodeOfOtherInstance, [
  {
    what: 'another instance',
    given: { nodes: [node('a', { instance: 'i-new' })] },
    said: ['critical CiliumNode/a'],
    says: 'describes instance i-a, but the node is i-new',
  },
  {
    what: 'another owner',
    given: { ciliumnodes: [ciliumNode('a', { ownerUid: 'earlier' })] },
    said: ['critical CiliumNode/a'],
    says: 'earlier node of the same name',
  },
  {
    what: 'another instance on a node of just below 2 minutes',
    given: { nodes: [node('a', { instance: 'i-new', age: 119 })] },
  },
  {
    what: 'another instance on a node that goes',
    given: { nodes: [node('a', { instance: 'i-new', deleted: true })] },
  },
  {
    what: 'interfaces gone for 5 minutes',
    given: gone,
    for: 300,
    said: ['critical CiliumNode/a'],
    says: 'EC2 does not know',
  },
  { what: 'interfaces gone for just below', given: gone, for: 270 },
  {
    what: 'interfaces gone at a first look',
    given: gone,
    state: 'unknown',
  },
  { what: 'its Node is gone', given: { nodes: [] } },
]);

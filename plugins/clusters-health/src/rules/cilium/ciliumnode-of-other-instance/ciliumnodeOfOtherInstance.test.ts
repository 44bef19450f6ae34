import { ciliumnodeOfOtherInstance } from './ciliumnodeOfOtherInstance';
import {
  ciliumNode,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const gone = { ciliumnodes: [ciliumNode('a', { enis: [], pool: 12 })] };

describeRule(
  ciliumnodeOfOtherInstance,
  [
    {
      name: 'another instance',
      world: { nodes: [node('a', { instance: 'i-new' })] },
      said: ['critical CiliumNode/a'],
      says: 'describes instance i-a, but the node is i-new',
    },
    {
      name: 'another owner',
      world: { ciliumnodes: [ciliumNode('a', { ownerUid: 'earlier' })] },
      said: ['critical CiliumNode/a'],
      says: 'earlier node of the same name',
    },
    {
      name: 'another instance on a node of just below 2 minutes',
      world: { nodes: [node('a', { instance: 'i-new', age: 119 })] },
    },
    {
      name: 'another instance on a node that goes',
      world: { nodes: [node('a', { instance: 'i-new', deleted: true })] },
    },
    {
      name: 'interfaces gone for 5 minutes',
      world: gone,
      for: 300,
      said: ['critical CiliumNode/a'],
      says: 'EC2 does not know',
    },
    { name: 'interfaces gone for just below', world: gone, for: 270 },
    {
      name: 'interfaces gone at a first look',
      world: gone,
      state: 'unknown',
    },
    { name: 'its Node is gone', world: { nodes: [] } },
  ],
  ciliumTable,
);

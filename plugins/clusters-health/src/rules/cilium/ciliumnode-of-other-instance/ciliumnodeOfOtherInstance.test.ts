import { ciliumnodeOfOtherInstance } from './ciliumnodeOfOtherInstance';
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

const failing = (first: number) => ({
  pods: [agentPod('a'), pod('web', { phase: 'Pending', ready: false })],
  events: [
    sandboxEvent('web', 'interface with MAC 02:00 not found', {
      first,
      last: 5,
    }),
  ],
});
const strange = {
  ciliumnodes: [ciliumNode('a', { poolOn: 'eni-of-another' })],
};
const shared = { enis: [9, 3], eniIds: ['eni-x', 'eni-y'] };

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
      name: 'another instance on a node of 2 minutes',
      world: { nodes: [node('a', { instance: 'i-new', age: 120 })] },
      said: ['critical CiliumNode/a'],
    },
    {
      name: 'another instance on a node that is being deleted',
      world: { nodes: [node('a', { instance: 'i-new', deleted: true })] },
    },
    {
      name: 'interfaces gone for 5 minutes',
      world: gone,
      for: 300,
      said: ['critical CiliumNode/a'],
      says: 'EC2 does not know',
    },
    { name: 'interfaces gone for just below 5 minutes', world: gone, for: 270 },
    {
      name: 'interfaces gone at a first look',
      world: gone,
      state: 'unknown',
    },
    { name: 'its Node is gone', world: { nodes: [] } },
    {
      name: 'no instance id at all',
      world: { ciliumnodes: [ciliumNode('a', { instance: '' })] },
      said: ['critical CiliumNode/a'],
      says: 'does not say which instance it belongs to',
    },
    {
      name: 'no instance id on a node that is being created',
      world: {
        ciliumnodes: [ciliumNode('a', { instance: '' })],
        nodes: [node('a', { age: 119 })],
      },
    },
    {
      name: 'no instance id when addresses are not those of EC2',
      world: {
        ciliumnodes: [ciliumNode('a', { instance: '' })],
        configmaps: [config({ ipam: 'cluster-pool' })],
      },
    },
    {
      name: 'a node without an instance id',
      world: { nodes: [node('a', { instance: '' })] },
      state: 'unknown',
      says: 'does not say which instance',
    },
    {
      name: 'one interface on two nodes: both when the owner is not known',
      world: {
        nodes: [node('a'), node('b')],
        ciliumnodes: [ciliumNode('a', shared), ciliumNode('b', shared)],
      },
      said: ['critical CiliumNode/a', 'critical CiliumNode/b'],
      says: 'lists interface eni-x, which CiliumNode b lists, too',
    },
    {
      name: 'one interface on two nodes: the one in another zone is wrong',
      world: {
        nodes: [node('a'), node('b')],
        ciliumnodes: [
          ciliumNode('a', {
            eniIds: ['eni-x'],
            eniZones: ['eu-west-1a', 'eu-west-1a'],
          }),
          ciliumNode('b', {
            eniIds: ['eni-x'],
            eniZones: ['eu-west-1a', 'eu-west-1b'],
            zone: 'eu-west-1b',
          }),
        ],
      },
      said: ['critical CiliumNode/b'],
    },
    {
      name: 'one interface on two nodes: the one without an instance id is wrong',
      world: {
        nodes: [node('a'), node('b')],
        ciliumnodes: [
          ciliumNode('a', shared),
          ciliumNode('b', { ...shared, instance: '' }),
        ],
      },
      said: ['critical CiliumNode/b'],
    },
    {
      name: 'an interface of a deleted node',
      world: {
        ciliumnodes: [ciliumNode('a', shared), ciliumNode('b', shared)],
      },
    },
    {
      name: 'addresses on an interface that the node does not have, at a first look',
      world: strange,
      state: 'unknown',
      says: 'second look',
    },
    {
      name: 'addresses on a foreign interface for 5 minutes',
      world: strange,
      for: 300,
      said: ['critical CiliumNode/a'],
      says: 'has addresses on eni-of-another, which is not among its interfaces',
    },
    {
      name: 'addresses on a foreign interface, and pods that have failed for 5 minutes',
      world: { ...strange, ...failing(300) },
      said: ['critical CiliumNode/a'],
    },
    {
      name: 'addresses on a foreign interface, and pods that have failed for less',
      world: { ...strange, ...failing(299) },
    },
    {
      name: 'addresses on its own interface',
      world: { ciliumnodes: [ciliumNode('a', { poolOn: 'eni-a-0' })] },
    },
  ],
  ciliumTable,
);

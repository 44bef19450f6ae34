import { encryptionNotEverywhere } from './encryptionNotEverywhere';
import {
  ciliumNode,
  config,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const on = { configmaps: [config({ 'enable-wireguard': 'true' })] };
const two = (second: object) => ({
  ...on,
  nodes: [node('a'), node('b')],
  ciliumnodes: [ciliumNode('a', { wireguard: true }), ciliumNode('b', second)],
});

describeRule(
  encryptionNotEverywhere,
  [
    {
      name: 'one of two without a key',
      world: two({}),
      said: ['warning Cluster/test'],
      says: '1 of 2 nodes',
    },
    { name: 'a new node', world: two({ age: 299 }) },
    { name: 'both with a key', world: two({ wireguard: true }) },
    {
      name: 'the other Node is gone',
      world: { ...two({}), nodes: [node('a')] },
    },
    { name: 'not enabled', world: {}, state: 'notApplicable' },
    { name: 'no cilium-config', world: { configmaps: [] }, state: 'unknown' },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);

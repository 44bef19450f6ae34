import { encryptionNotEverywhere } from './encryptionNotEverywhere';
import {
  agentPod,
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
  pods: [agentPod('a'), agentPod('b')],
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
      offers: 'rollout restart daemonset cilium',
    },
    { name: 'a new node', world: two({ age: 299 }) },
    {
      name: 'a node of 5 minutes',
      world: two({ age: 300 }),
      said: ['warning Cluster/test'],
    },
    {
      name: 'an agent that does not run',
      world: {
        ...two({}),
        pods: [agentPod('a'), agentPod('b', { ready: false })],
      },
    },
    {
      name: 'pods that cannot be read',
      world: { ...two({}), pods: 'forbidden' },
      said: ['warning Cluster/test'],
      offers: 'pods cannot be read',
      offersNot: /rollout restart/,
    },
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

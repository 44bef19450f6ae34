import { encryptionNotEverywhere } from './encryptionNotEverywhere';
import { ciliumNode, config, node } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const on = { configmaps: [config({ 'enable-wireguard': 'true' })] };
const two = (second: object) => ({
  ...on,
  nodes: [node('a'), node('b')],
  ciliumnodes: [ciliumNode('a', { wireguard: true }), ciliumNode('b', second)],
});

judges(encryptionNotEverywhere, [
  {
    what: 'one of two without a key',
    given: two({}),
    said: ['warning Cluster/test'],
    says: '1 of 2 nodes',
  },
  { what: 'a new node', given: two({ age: 299 }) },
  { what: 'both with a key', given: two({ wireguard: true }) },
  {
    what: 'the other Node is gone',
    given: { ...two({}), nodes: [node('a')] },
  },
  { what: 'not enabled', given: {}, state: 'notApplicable' },
  { what: 'no cilium-config', given: { configmaps: [] }, state: 'unknown' },
]);

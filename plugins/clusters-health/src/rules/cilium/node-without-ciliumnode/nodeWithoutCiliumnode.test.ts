import { nodeWithoutCiliumnode } from './nodeWithoutCiliumnode';
import {
  agentPod,
  ciliumNode,
  node,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const without = (age: number, options: object = {}) => ({
  nodes: [node('a'), node('b', { age, ...options })],
  ciliumnodes: [ciliumNode('a')],
  pods: [agentPod('a'), agentPod('b', { ready: false })],
});

judges(nodeWithoutCiliumnode, [
  { what: 'after 5 minutes', given: without(301), said: ['critical Node/b'] },
  { what: 'at 5 minutes', given: without(300) },
  {
    what: 'no agent is wanted there',
    given: { ...without(900), pods: [agentPod('a')] },
  },
  { what: 'it goes', given: without(900, { deleted: true }) },
]);

import { nodeWithoutCiliumnode } from './nodeWithoutCiliumnode';
import {
  agentPod,
  ciliumNode,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const without = (age: number, options: object = {}) => ({
  nodes: [node('a'), node('b', { age, ...options })],
  ciliumnodes: [ciliumNode('a')],
  pods: [agentPod('a'), agentPod('b', { ready: false })],
});

describeRule(
  nodeWithoutCiliumnode,
  [
    { name: 'after 5 minutes', world: without(301), said: ['critical Node/b'] },
    { name: 'at 5 minutes', world: without(300) },
    {
      name: 'no agent is wanted there',
      world: { ...without(900), pods: [agentPod('a')] },
    },
    {
      name: 'a node that is being deleted',
      world: without(900, { deleted: true }),
    },
  ],
  ciliumTable,
);

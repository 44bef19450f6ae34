import { ciliumTaintAgain } from './ciliumTaintAgain';
import {
  node,
  startupTaint,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const claim = (initialized: string) => ({
  metadata: { name: 'general-1' },
  status: {
    nodeName: 'a',
    conditions: [{ type: 'Initialized', status: initialized }],
  },
});
const given = (initialized: string, effect: string) => ({
  nodes: [node('a', { taints: [{ key: startupTaint.key, effect }] })],
  nodeclaims: [claim(initialized)],
});

describeRule(
  ciliumTaintAgain,
  [
    {
      name: 'in service and tainted again',
      world: given('True', 'NoSchedule'),
      said: ['info Node/a'],
    },
    { name: 'a new node', world: given('Unknown', 'NoSchedule') },
    { name: "the pool's own taint", world: given('True', 'NoExecute') },
    {
      name: 'no node of that name',
      world: { ...given('True', 'NoSchedule'), nodes: [] },
    },
  ],
  ciliumTable,
);

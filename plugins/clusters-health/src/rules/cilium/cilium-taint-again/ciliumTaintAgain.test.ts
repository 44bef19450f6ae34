import { ciliumTaintAgain } from './ciliumTaintAgain';
import { node, startupTaint } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

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

judges(ciliumTaintAgain, [
  {
    what: 'in service and tainted again',
    given: given('True', 'NoSchedule'),
    said: ['info Node/a'],
  },
  { what: 'a new node', given: given('Unknown', 'NoSchedule') },
  { what: "the pool's own taint", given: given('True', 'NoExecute') },
  {
    what: 'no node of that name',
    given: { ...given('True', 'NoSchedule'), nodes: [] },
  },
]);

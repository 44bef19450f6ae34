import { networkStatusMissing } from './networkStatusMissing';
import {
  agentPod,
  config,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const given = (since: number, network?: 'True') => ({
  nodes: [node('a', { network })],
  pods: [agentPod('a', { since })],
});

describeRule(
  networkStatusMissing,
  [
    {
      name: 'absent, agent ready for more than 2 minutes',
      world: given(121),
      said: ['warning Node/a'],
    },
    { name: 'absent, agent ready for 2 minutes', world: given(120) },
    { name: 'still True', world: given(300, 'True'), said: ['warning Node/a'] },
    {
      name: 'the agent is not ready: other rules report it',
      world: {
        nodes: [node('a', { network: undefined })],
        pods: [agentPod('a', { ready: false })],
      },
    },
    {
      name: 'the operator is configured not to report it',
      world: {
        ...given(300),
        configmaps: [config({ 'set-cilium-is-up-condition': 'false' })],
      },
      state: 'notApplicable',
    },
  ],
  ciliumTable,
);

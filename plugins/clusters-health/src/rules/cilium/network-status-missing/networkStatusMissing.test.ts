import { networkStatusMissing } from './networkStatusMissing';
import { agentPod, config, node } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const given = (since: number, network?: 'True') => ({
  nodes: [node('a', { network })],
  pods: [agentPod('a', { since })],
});

judges(networkStatusMissing, [
  {
    what: 'absent, agent ready for more than 2 minutes',
    given: given(121),
    said: ['warning Node/a'],
  },
  { what: 'absent, agent ready for 2 minutes', given: given(120) },
  { what: 'still True', given: given(300, 'True'), said: ['warning Node/a'] },
  {
    what: 'the agent is not ready: others speak',
    given: {
      nodes: [node('a', { network: undefined })],
      pods: [agentPod('a', { ready: false })],
    },
  },
  {
    what: 'the operator is told not to',
    given: {
      ...given(300),
      configmaps: [config({ 'set-cilium-is-up-condition': 'false' })],
    },
    state: 'notApplicable',
  },
]);

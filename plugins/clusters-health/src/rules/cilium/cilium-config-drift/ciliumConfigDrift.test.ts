import { ciliumConfigDrift } from './ciliumConfigDrift';
import { agentPod, config } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const changed = (seconds: number, agentAge: number) => ({
  configmaps: [config({}, seconds)],
  pods: [agentPod('a', { age: agentAge })],
});

judges(ciliumConfigDrift, [
  {
    what: 'changed 15 minutes ago, agent is older',
    given: changed(900, 3600),
    said: ['warning ConfigMap/cilium-config'],
    says: '1 agents run with an older configuration',
  },
  { what: 'changed just below 15 minutes ago', given: changed(899, 3600) },
  { what: 'the agent is newer', given: changed(900, 800) },
  {
    what: 'not told when it changed',
    given: {},
    state: 'unknown',
    says: 'not collected',
  },
  { what: 'no cilium-config', given: { configmaps: [] }, state: 'unknown' },
]);

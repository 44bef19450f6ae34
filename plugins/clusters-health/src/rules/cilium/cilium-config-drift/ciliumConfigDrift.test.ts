import { ciliumConfigDrift } from './ciliumConfigDrift';
import {
  agentPod,
  config,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const changed = (seconds: number, agentAge: number) => ({
  configmaps: [config({}, seconds)],
  pods: [agentPod('a', { age: agentAge })],
});

describeRule(
  ciliumConfigDrift,
  [
    {
      name: 'changed 15 minutes ago, agent is older',
      world: changed(900, 3600),
      said: ['warning ConfigMap/cilium-config'],
      says: '1 agent runs with an older configuration',
      offers: 'rollout restart daemonset cilium',
    },
    {
      name: 'offers no restart while an agent is not ready',
      world: {
        ...changed(900, 3600),
        pods: [agentPod('a', { age: 3600 }), agentPod('b', { ready: false })],
      },
      said: ['warning ConfigMap/cilium-config'],
      offers: 'the agent on node b is not ready',
      offersNot: /rollout restart/,
    },
    { name: 'changed just below 15 minutes ago', world: changed(899, 3600) },
    { name: 'the agent is newer', world: changed(900, 800) },
    {
      name: 'the time of the change is unknown',
      world: {},
      state: 'unknown',
      says: 'not collected',
    },
    { name: 'no cilium-config', world: { configmaps: [] }, state: 'unknown' },
  ],
  { ...ciliumTable, healthy: 'unknown' },
);

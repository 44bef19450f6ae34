import { ciliumendpointNotReady } from './ciliumendpointNotReady';
import {
  agentPod,
  ciliumTable,
  pod,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const of = (state: string | undefined) => ({
  ciliumendpoints: [
    { metadata: { name: 'web', namespace: 'apps' }, status: { state } },
  ],
  pods: [agentPod('a'), pod('web')],
});

describeRule(
  ciliumendpointNotReady,
  [
    ...['waiting-for-identity', 'not-ready', 'invalid'].map(state => ({
      name: `${state} for more than 2 minutes`,
      world: of(state),
      for: 150,
      said: ['warning CiliumEndpoint/web'],
      says: state,
    })),
    {
      name: 'left over from a deleted pod',
      world: { ...of('not-ready'), pods: [agentPod('a')] },
      for: 150,
    },
    {
      name: 'left over from a pod that has ended',
      world: {
        ...of('not-ready'),
        pods: [agentPod('a'), pod('web', { phase: 'Succeeded' })],
      },
      for: 150,
    },
    {
      name: 'the log of the agent comes before its restart',
      world: of('not-ready'),
      for: 150,
      said: ['warning CiliumEndpoint/web'],
      offers: 'logs cilium-a -c cilium-agent',
    },
    { name: 'for 2 minutes', world: of('not-ready'), for: 120 },
    {
      name: 'at a first look',
      world: of('not-ready'),
      state: 'unknown' as const,
    },
    { name: 'ready', world: of('ready') },
    { name: 'no state yet', world: of(undefined) },
  ],
  ciliumTable,
);

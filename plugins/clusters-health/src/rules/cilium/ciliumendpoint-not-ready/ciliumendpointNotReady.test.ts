import { ciliumendpointNotReady } from './ciliumendpointNotReady';
import { ciliumTable } from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const of = (state: string | undefined) => ({
  ciliumendpoints: [
    { metadata: { name: 'web', namespace: 'apps' }, status: { state } },
  ],
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

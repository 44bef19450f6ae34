import { ciliumendpointNotReady } from './ciliumendpointNotReady';
import { judges } from '../../../testing/cilium/testRows';

const of = (state: string | undefined) => ({
  ciliumendpoints: [
    { metadata: { name: 'web', namespace: 'apps' }, status: { state } },
  ],
});

judges(ciliumendpointNotReady, [
  ...['waiting-for-identity', 'not-ready', 'invalid'].map(state => ({
    what: `${state} for more than 2 minutes`,
    given: of(state),
    for: 150,
    said: ['warning CiliumEndpoint/web'],
    says: state,
  })),
  { what: 'for 2 minutes', given: of('not-ready'), for: 120 },
  {
    what: 'at a first look',
    given: of('not-ready'),
    state: 'unknown' as const,
  },
  { what: 'ready', given: of('ready') },
  { what: 'no state yet', given: of(undefined) },
]);

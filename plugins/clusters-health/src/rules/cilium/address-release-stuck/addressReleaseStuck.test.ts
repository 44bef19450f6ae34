import { addressReleaseStuck } from './addressReleaseStuck';
import { ciliumNode } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const of = (release: Record<string, string>) => ({
  ciliumnodes: [ciliumNode('a', { release })],
});
const inPool = '10.0.1.5';

judges(addressReleaseStuck, [
  ...['marked-for-release', 'ready-for-release', 'released'].map(state => ({
    what: `${state} for more than 10 minutes`,
    given: of({ [inPool]: state }),
    for: 630,
    said: ['warning CiliumNode/a'],
    says: '1 address stuck',
  })),
  { what: 'for 10 minutes', given: of({ [inPool]: 'released' }), for: 600 },
  {
    what: 'at a first look',
    given: of({ [inPool]: 'marked-for-release' }),
    state: 'unknown' as const,
  },
  {
    what: 'an address that left the pool is done',
    given: of({ '10.9.9.9': 'released' }),
  },
]);

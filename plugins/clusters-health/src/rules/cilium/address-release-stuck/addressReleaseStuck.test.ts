import { addressReleaseStuck } from './addressReleaseStuck';
import { ciliumNode, ciliumTable } from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const of = (release: Record<string, string>) => ({
  ciliumnodes: [ciliumNode('a', { release })],
});
const inPool = '10.0.1.5';

describeRule(
  addressReleaseStuck,
  [
    ...['marked-for-release', 'ready-for-release', 'released'].map(state => ({
      name: `${state} for more than 10 minutes`,
      world: of({ [inPool]: state }),
      for: 630,
      said: ['warning CiliumNode/a'],
      says: '1 address stuck',
    })),
    { name: 'for 10 minutes', world: of({ [inPool]: 'released' }), for: 600 },
    {
      name: 'at a first look',
      world: of({ [inPool]: 'marked-for-release' }),
      state: 'unknown' as const,
    },
    {
      name: 'an address that left the pool is released',
      world: of({ '10.9.9.9': 'released' }),
    },
  ],
  ciliumTable,
);

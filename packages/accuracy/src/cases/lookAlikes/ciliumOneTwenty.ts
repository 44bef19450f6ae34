import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Cilium 1.20 keeps its demand elsewhere; status.ipam.used is empty. */
export const ciliumOneTwenty = lookAlike({
  name: 'cilium-one-twenty',
  source: 'https://docs.cilium.io/en/stable/operations/upgrade/',
  why: 'From 1.20 on agents write spec.ipam.pools and no status.ipam.used. A pool without used addresses in the old field is not a stuck node.',
  mistakenFor: [
    'cilium/D07',
    'cilium/D12',
    'cilium/D21',
    'cilium/D22',
    'cilium/D10',
  ],
  build: () =>
    standardCluster({
      versions: { kubernetes: '1.35', karpenter: '1.14.3', cilium: '1.20.2' },
    }),
});

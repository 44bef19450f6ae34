import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A node three seconds old: its CiliumNode has no status yet. */
export const ciliumNodeWithoutStatus = lookAlike({
  name: 'cilium-node-without-status',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
  why: 'The agent has made the CiliumNode a moment ago; the operator writes status and pool in the next seconds.',
  mistakenFor: [
    'cilium/D07',
    'cilium/D09',
    'cilium/D10',
    'cilium/D02',
    'cilium/D27',
  ],
  neutral: ['cilium/D01', 'clusterworks/cilium-pods-running'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('55s'),
      joinedAt: ago('8s'),
      networkReadyAt: null,
      ciliumStage: 'created',
    });
    return cluster;
  },
});

import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** A subnet has no address left: a new node stays without a network. */
export const subnetIsFull = fault({
  name: 'subnet-is-full',
  source: 'https://github.com/cilium/cilium/issues/35404',
  why: 'The subnet of one zone is used up. EC2 refuses addresses for the interface of a node that joined 12 minutes ago; operator and agents are well. Deleting the CiliumNode does not help.',
  verdict: 'critical',
  root: ['cilium/D07'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D10', 'cilium/D09', 'karpenter/L2'],
  neutral: [
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
  ],
  says: ['subnet'],
  firstRemedyNot: ['delete'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('13m'),
      joinedAt: ago('12m'),
      networkReadyAt: null,
      ciliumStage: 'interfaces',
    });
    return cluster;
  },
});

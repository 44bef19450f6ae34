import { ago, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Pods that wait since ninety seconds for a node that is on its way. */
export const podsWaitForYoungNode = lookAlike({
  name: 'pods-wait-for-young-node',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
  why: 'A deployment was scaled up 90 s ago. Karpenter has launched a node for its pods, which joins just now.',
  mistakenFor: ['karpenter/P3', 'karpenter/L8'],
  neutral: ['cilium/D01', 'clusterworks/cilium-pods-running'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('88s'),
      joinedAt: ago('30s'),
      networkReadyAt: null,
    });
    addWaitingPods(cluster, service('search', 'shop'), {
      count: 6,
      since: '90s',
      nominated: machine,
    });
    return cluster;
  },
});

import { ago, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A batch of jobs was created forty seconds ago. */
export const batchStartsNow = lookAlike({
  name: 'batch-starts-now',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
  why: 'Thirty pods wait since 40 s; Karpenter has collected them and launched two nodes ten seconds ago.',
  mistakenFor: [
    'clusterworks/pods-waiting',
    'karpenter/P3',
    'karpenter/L9',
    'karpenter/P1',
  ],
  build: () => {
    const cluster = standardCluster();
    for (const index of [5, 6]) {
      const machine = cluster.machine(`general-${index}`, {
        type: 'm6i.4xlarge',
        zone: index % 2,
        createdAt: ago('10s'),
        joinedAt: null,
      });
      addWaitingPods(cluster, service(`encode-${index}`, 'media'), {
        count: 15,
        since: '40s',
        nominated: machine,
      });
    }
    return cluster;
  },
});

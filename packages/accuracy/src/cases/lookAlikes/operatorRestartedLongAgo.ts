import { ago, ciliumOperator } from '@clusterworks/kube-fixtures';
import { standardCluster, systemMachines } from '../../world';
import { lookAlike } from '../Case';

/** The operator has two restarts, the last one two days ago. */
export const operatorRestartedLongAgo = lookAlike({
  name: 'operator-restarted-long-ago',
  source:
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restarts',
  why: 'Restart counts never go back. Two restarts when the API server was upgraded two days ago say nothing of today.',
  mistakenFor: ['cilium/D03', 'cilium/D02'],
  build: () => {
    const cluster = standardCluster();
    const operator = { ...ciliumOperator(cluster.facts), hash: '7d4fd' };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('cilium-operator-') &&
        !metadata.name.includes('7d4fd'),
    );
    for (const [index, key] of systemMachines.entries()) {
      cluster.pod(operator, key, `${index}`, {
        createdAt: ago('20d'),
        startedAt: ago('2d'),
        restarts: 2,
        lastExit: {
          exitCode: 1,
          reason: 'Error',
          startedAt: ago('9d'),
          finishedAt: ago('2d'),
        },
      });
    }
    return cluster;
  },
});

import {
  ago,
  karpenterController,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { standardCluster, systemMachines } from '../../world';
import { lookAlike } from '../Case';

/** The controller ran out of memory five days ago and has been well since. */
export const karpenterWasKilledLastWeek = lookAlike({
  name: 'karpenter-was-killed-last-week',
  source: 'https://karpenter.sh/docs/reference/settings/',
  why: 'Three restarts in sixty days, the last one OOMKilled five days ago; the memory limit was raised then. What is over is history.',
  mistakenFor: ['karpenter/C2', 'karpenter/C1', 'karpenter/C3'],
  build: () => {
    const cluster = standardCluster();
    const controller = { ...karpenterController(cluster.facts), hash: '66b8d' };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('66b8d'),
    );
    const names = systemMachines.map((key, index) =>
      cluster.pod(controller, key, `${index}`, {
        createdAt: ago('60d'),
        startedAt: ago('5d'),
        restarts: 3,
        lastExit: {
          exitCode: 137,
          reason: 'OOMKilled',
          startedAt: ago('20d'),
          finishedAt: ago('5d'),
        },
      }),
    );
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: `${names[0]}_3d1e`,
        acquiredAt: ago('5d'),
      }),
    );
    return cluster;
  },
});

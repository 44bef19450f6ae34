import {
  ago,
  karpenterController,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { backOff, standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** The controller is killed for want of memory, again and again. */
export const karpenterRunsOutOfMemory = fault({
  name: 'karpenter-runs-out-of-memory',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/386',
  why: 'After the cluster has grown the memory limit of the controller is too small: nine kills in 50 minutes, the last one three minutes ago. At the moment of the look both replicas run.',
  verdict: 'critical',
  root: ['karpenter/C2'],
  rootsMax: 1,
  neutral: [
    'karpenter/C1',
    'karpenter/C3',
    'clusterworks/karpenter-pods-running',
  ],
  says: ['OOMKilled|memory'],
  firstRemedyNot: ['rollout restart', 'delete pod'],
  build: () => {
    const cluster = standardCluster();
    const controller = { ...karpenterController(cluster.facts), hash: 'oom55' };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('oom55'),
    );
    const names = cluster.run(controller, systemMachines, {
      createdAt: ago('4d'),
      startedAt: ago('170s'),
      restarts: 9,
      lastExit: {
        exitCode: 137,
        reason: 'OOMKilled',
        startedAt: ago('8m'),
        finishedAt: ago('3m'),
      },
    });
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: `${names[0]}_2`,
        acquiredAt: ago('2m'),
        spec: { leaseTransitions: 9 },
      }),
      ...names.map(name =>
        backOff(name, 'kube-system', 'controller', {
          firstAt: ago('48m'),
          at: ago('4m'),
          count: 22,
        }),
      ),
    );
    return cluster;
  },
});

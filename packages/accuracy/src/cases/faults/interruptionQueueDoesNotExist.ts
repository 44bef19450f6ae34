import {
  ago,
  karpenterController,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { backOff, standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** Karpenter 1.2 panics at start when the queue that it is told does not exist. */
export const interruptionQueueDoesNotExist = fault({
  name: 'interruption-queue-does-not-exist',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/1799',
  why: 'settings.interruptionQueue names a queue that nobody has made. Up to 1.3 the controller panics at start (exit 2): crash loop since 40 minutes, nothing is launched.',
  verdict: 'critical',
  root: ['karpenter/C2', 'karpenter/C1'],
  rootsMax: 1,
  neutral: [
    'karpenter/C1',
    'karpenter/C2',
    'karpenter/C3',
    'clusterworks/karpenter-pods-running',
    'karpenter/C8',
  ],
  says: ['CrashLoopBackOff|restart'],
  anywhere: ['queue'],
  firstRemedyNot: ['rollout restart', 'delete'],
  build: () => {
    const cluster = standardCluster({
      versions: { kubernetes: '1.32', karpenter: '1.2.1', cilium: '1.18.12' },
    });
    const controller = {
      ...karpenterController(cluster.facts),
      hash: 'queue9',
    };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('queue9'),
    );
    const names = cluster.run(controller, systemMachines, {
      createdAt: ago('40m'),
      ready: false,
      readySince: ago('40m'),
      restarts: 12,
      waiting: {
        reason: 'CrashLoopBackOff',
        message: 'back-off 5m0s restarting failed container=controller',
      },
      lastExit: {
        exitCode: 2,
        reason: 'Error',
        startedAt: ago('3m'),
        finishedAt: ago('175s'),
      },
      counts: { ready: 0, availableSince: ago('40m') },
    });
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: 'karpenter-5d4-old_1',
        acquiredAt: ago('9d'),
        renewedAt: ago('41m'),
      }),
      ...names.map(name =>
        backOff(name, 'kube-system', 'controller', {
          firstAt: ago('39m'),
          at: ago('1m'),
          count: 160,
        }),
      ),
    );
    return cluster;
  },
});

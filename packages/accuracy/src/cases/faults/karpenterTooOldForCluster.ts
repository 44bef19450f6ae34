import {
  ago,
  karpenterController,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { backOff, standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** Karpenter 1.1.1 on Kubernetes 1.32 panics at start. */
export const karpenterTooOldForCluster = fault({
  name: 'karpenter-too-old-for-cluster',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/7629',
  why: 'The control plane was upgraded to 1.32 first. Karpenter 1.1.1 panics on it ("validating kubernetes version"): crash loop since two hours.',
  verdict: 'critical',
  root: ['karpenter/C4', 'karpenter/C2'],
  rootsMax: 1,
  neutral: [
    'karpenter/C1',
    'karpenter/C2',
    'karpenter/C3',
    'clusterworks/karpenter-pods-running',
    'karpenter/C8',
  ],
  anywhere: ['1\\.32'],
  firstRemedyNot: ['rollout restart', 'delete'],
  build: () => {
    const cluster = standardCluster({
      versions: { kubernetes: '1.32', karpenter: '1.1.1', cilium: '1.18.12' },
    });
    const controller = {
      ...karpenterController(cluster.facts),
      hash: 'panic7',
    };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('panic7'),
    );
    const names = cluster.run(controller, systemMachines, {
      createdAt: ago('2h'),
      ready: false,
      readySince: ago('2h'),
      restarts: 28,
      waiting: {
        reason: 'CrashLoopBackOff',
        message: 'back-off 5m0s restarting failed container=controller',
      },
      lastExit: {
        exitCode: 2,
        reason: 'Error',
        startedAt: ago('2m'),
        finishedAt: ago('115s'),
      },
      counts: { ready: 0, availableSince: ago('2h') },
    });
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: 'karpenter-k-old_1',
        acquiredAt: ago('9d'),
        renewedAt: ago('2h'),
      }),
      ...names.map(name =>
        backOff(name, 'kube-system', 'controller', {
          firstAt: ago('55m'),
          at: ago('1m'),
          count: 240,
        }),
      ),
    );
    return cluster;
  },
});

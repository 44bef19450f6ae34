import {
  ago,
  karpenterController,
  kubeletEvent,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { podNamed, standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** The image of the controller cannot be pulled from a mirror. */
export const karpenterImageCannotBePulled = fault({
  name: 'karpenter-image-cannot-be-pulled',
  source:
    'https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff',
  why: 'The controller was moved to a mirror of images that lacks the tag. Both pods wait with ImagePullBackOff since 25 minutes, so that no replica is available.',
  verdict: 'critical',
  root: ['karpenter/C1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C9', 'karpenter/P1'],
  neutral: [
    'karpenter/C3',
    'karpenter/C2',
    'clusterworks/karpenter-pods-running',
  ],
  says: ['ImagePullBackOff|image'],
  firstRemedyNot: ['rollout restart', 'delete'],
  build: () => {
    const cluster = standardCluster();
    const controller = {
      ...karpenterController(cluster.facts),
      hash: 'mirror1',
      container: {
        ...karpenterController(cluster.facts).container,
        image: 'mirror.example.com/karpenter/controller:1.14.3',
      },
    };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('mirror1'),
    );
    const names = cluster.run(controller, systemMachines, {
      createdAt: ago('25m'),
      startedAt: null,
      waiting: {
        reason: 'ImagePullBackOff',
        message:
          'Back-off pulling image "mirror.example.com/karpenter/controller:1.14.3"',
      },
      counts: { ready: 0, availableSince: ago('25m') },
    });
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: 'karpenter-6c5-old_1',
        acquiredAt: ago('9d'),
        renewedAt: ago('25m'),
      }),
      ...names.map(name =>
        kubeletEvent(
          podNamed(name, 'kube-system'),
          {
            reason: 'Failed',
            message:
              'Failed to pull image "mirror.example.com/karpenter/controller:1.14.3": not found',
          },
          { firstAt: ago('25m'), at: ago('2m'), count: 9 },
        ),
      ),
    );
    return cluster;
  },
});

import {
  ago,
  deployment,
  karpenterController,
  replicaSet,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Karpenter is being upgraded: one of two replicas is new and starts. */
export const karpenterRollsOut = lookAlike({
  name: 'karpenter-rolls-out',
  source: 'https://karpenter.sh/docs/upgrading/upgrade-guide/',
  why: 'The deployment of the controller rolls out since 50 s: one old replica serves, one new starts.',
  mistakenFor: ['karpenter/C1', 'karpenter/C2', 'karpenter/C3'],
  neutral: ['clusterworks/karpenter-pods-running'],
  saysNot: ['restart'],
  build: () => {
    const cluster = standardCluster();
    const controller = {
      ...karpenterController(cluster.facts),
      hash: 'newhash77',
      generation: 5,
      replicas: 2,
    };
    cluster.put(
      deployment(controller, {
        scheduled: 2,
        ready: 1,
        updated: 1,
        metadata: { generation: 5 },
        status: {
          conditions: [
            {
              type: 'Available',
              status: 'True',
              reason: 'MinimumReplicasAvailable',
              message: 'Deployment has minimum availability.',
              lastTransitionTime: ago('30d'),
              lastUpdateTime: ago('30d'),
            },
            {
              type: 'Progressing',
              status: 'True',
              reason: 'ReplicaSetUpdated',
              message: 'ReplicaSet "karpenter-newhash77" is progressing.',
              lastTransitionTime: ago('50s'),
              lastUpdateTime: ago('20s'),
            },
          ],
        },
      }),
      replicaSet(
        {
          ...controller,
          replicas: 1,
          replicaSetUid: 'replicas-karpenter-new',
          createdAt: ago('50s'),
        },
        { ready: 0 },
      ),
    );
    cluster.pod(controller, 'system-2', 'new', {
      createdAt: ago('50s'),
      ready: false,
    });
    return cluster;
  },
});

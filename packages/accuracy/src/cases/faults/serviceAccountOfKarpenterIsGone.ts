import {
  ago,
  deployment,
  karpenterController,
  kubeletEvent,
  leaderLeases,
  lease,
  replicaSet,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** Somebody removed the service account of the controller. */
export const serviceAccountOfKarpenterIsGone = fault({
  name: 'service-account-of-karpenter-is-gone',
  source:
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment',
  why: 'IAM for service accounts was redone and the account deleted. The ReplicaSet cannot make a single pod: no log, no pod, only ReplicaFailure and FailedCreate say why. 50 minutes.',
  verdict: 'critical',
  root: ['karpenter/C1'],
  rootsMax: 1,
  neutral: ['karpenter/C3', 'clusterworks/karpenter-pods-running'],
  says: ['serviceaccount "?karpenter|service account'],
  firstRemedyNot: ['logs'],
  build: () => {
    const cluster = standardCluster();
    const controller = {
      ...karpenterController(cluster.facts),
      hash: 'nosa1',
      replicas: 2,
    };
    cluster.remove('Pod', ({ metadata }) =>
      metadata.name.startsWith('karpenter-'),
    );
    const message =
      'pods "karpenter-nosa1-" is forbidden: error looking up service account kube-system/karpenter: serviceaccount "karpenter" not found';
    cluster.put(
      deployment(controller, {
        scheduled: 0,
        ready: 0,
        status: {
          conditions: [
            {
              type: 'Available',
              status: 'False',
              reason: 'MinimumReplicasUnavailable',
              message: 'Deployment does not have minimum availability.',
              lastTransitionTime: ago('50m'),
              lastUpdateTime: ago('50m'),
            },
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message,
              lastTransitionTime: ago('50m'),
              lastUpdateTime: ago('50m'),
            },
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
              message:
                'ReplicaSet "karpenter-nosa1" has timed out progressing.',
              lastTransitionTime: ago('40m'),
              lastUpdateTime: ago('40m'),
            },
          ],
        },
      }),
      replicaSet(controller, { scheduled: 0, ready: 0 }),
      kubeletEvent(
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'karpenter-nosa1',
          namespace: 'kube-system',
        },
        { reason: 'FailedCreate', message: `Error creating: ${message}` },
        { firstAt: ago('50m'), at: ago('4m'), count: 19 },
      ),
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: 'karpenter-a-old_1',
        acquiredAt: ago('9d'),
        renewedAt: ago('51m'),
      }),
    );
    return cluster;
  },
});

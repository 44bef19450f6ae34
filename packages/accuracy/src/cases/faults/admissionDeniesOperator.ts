import {
  ago,
  ciliumOperator,
  deployment,
  kubeletEvent,
  leaderLeases,
  lease,
  replicaSet,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** An admission policy denies the pods of Cilium's operator. */
export const admissionDeniesOperator = fault({
  name: 'admission-denies-operator',
  source:
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
  why: 'A new policy forbids the host network. After a drain the operator cannot be made again: no pod, only FailedCreate. A node that joined 14 minutes ago gets no addresses.',
  verdict: 'critical',
  root: ['cilium/D03'],
  rootsMax: 1,
  neutral: [
    'cilium/D07',
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
    'cilium/D19',
  ],
  says: ['denied|admission|host-namespaces'],
  firstRemedyNot: ['rollout restart', 'logs'],
  build: () => {
    const cluster = standardCluster();
    const operator = {
      ...ciliumOperator(cluster.facts),
      hash: 'deny2',
      replicas: 2,
    };
    cluster.remove('Pod', ({ metadata }) =>
      metadata.name.startsWith('cilium-operator-'),
    );
    const message =
      'admission webhook "validate.policy.example.com" denied the request: disallow-host-namespaces: hostNetwork must not be true';
    cluster.put(
      deployment(operator, {
        scheduled: 0,
        ready: 0,
        status: {
          conditions: [
            {
              type: 'Available',
              status: 'False',
              reason: 'MinimumReplicasUnavailable',
              message: 'Deployment does not have minimum availability.',
              lastTransitionTime: ago('26m'),
              lastUpdateTime: ago('26m'),
            },
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message,
              lastTransitionTime: ago('26m'),
              lastUpdateTime: ago('26m'),
            },
          ],
        },
      }),
      replicaSet(operator, { scheduled: 0, ready: 0 }),
      kubeletEvent(
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'cilium-operator-deny2',
          namespace: 'kube-system',
        },
        { reason: 'FailedCreate', message: `Error creating: ${message}` },
        { firstAt: ago('26m'), at: ago('2m'), count: 16 },
      ),
      lease(leaderLeases.ciliumOperator, {
        holder: `${cluster.at('system-1').nodeName}-zz`,
        acquiredAt: ago('9d'),
        renewedAt: ago('26m'),
      }),
    );
    cluster.machine('general-5', {
      createdAt: ago('15m'),
      joinedAt: ago('14m'),
      networkReadyAt: null,
      ciliumStage: 'created',
    });
    return cluster;
  },
});

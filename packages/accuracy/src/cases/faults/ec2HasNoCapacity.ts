import {
  ago,
  ciliumTaint,
  type Duration,
  nodePool,
  poolFacts,
  service,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, launchRefused, standardCluster } from '../../world';
import { fault } from '../Case';

/** EC2 refuses every offering since twelve minutes. */
export const ec2HasNoCapacity = fault({
  name: 'ec2-has-no-capacity',
  source: 'https://karpenter.sh/docs/troubleshooting/',
  why: 'The pool allows one GPU type in two zones, and EC2 has none. NodeClaims come and go within a second, events are the only trace; a pod waits since twelve minutes.',
  verdict: 'critical',
  root: ['karpenter/L8'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L9', 'karpenter/P5', 'karpenter/P1', 'karpenter/L1'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/P8'],
  says: ['capacity', 'gpu'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('gpu', {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'node.kubernetes.io/instance-type',
              operator: 'In',
              values: ['p4d.24xlarge'],
            },
          ],
          startupTaints: [ciliumTaint],
          expireAfter: '720h',
        },
      },
    });
    cluster.put(
      nodePool('gpu', {
        cluster: cluster.facts,
        createdAt: ago('9d'),
        registrationHealthyAt: null,
        manifest: pool.spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
    );
    for (let index = 0; index < 8; index += 1) {
      cluster.put(
        launchRefused(
          'gpu',
          index,
          'InsufficientInstanceCapacity: We currently do not have sufficient p4d.24xlarge capacity in the Availability Zone you requested (eu-west-1a).',
          ago(`${1 + index}m` as Duration),
        ),
      );
    }
    addWaitingPods(cluster, service('train', 'lab', { gpus: 8 }), {
      since: '12m',
      karpenterSays:
        'Failed to schedule pod, nodepool requirements filtered out all available instance types (NodePool=gpu)',
      schedulerSays: '0/6 nodes are available: 6 Insufficient nvidia.com/gpu.',
    });
    return cluster;
  },
});

import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** The device plugin does not run on the GPU nodes. */
export const gpusAreNotRegistered = fault({
  name: 'gpus-are-not-registered',
  source:
    'https://karpenter.sh/docs/concepts/scheduling/#acceleratorsgpu-resources',
  why: 'The pool of GPUs got a taint that the device plugin does not tolerate. A node is Ready since 21 minutes without a GPU; the pod that it was launched for waits.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/L4'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L3', 'karpenter/L2', 'karpenter/L8', 'cilium/D06'],
  neutral: [
    'clusterworks/pods-waiting',
    'clusterworks/node-not-initialized',
    'karpenter/P8',
  ],
  says: ['nvidia\\.com/gpu', 'device plugin|tolerat'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('gpu');
    cluster.put(
      nodePool('gpu', {
        cluster: cluster.facts,
        manifest: pool.spec,
        createdAt: ago('9d'),
      }),
    );
    const machine = cluster.machine('gpu-1', {
      type: 'g5.xlarge',
      pool,
      createdAt: ago('23m'),
      joinedAt: ago('22m'),
      networkReadyAt: ago('21m'),
      node: {
        gpus: 0,
        initialized: false,
        taints: [
          { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' },
        ],
      },
      claim: {
        initializedAt: null,
        initializing: {
          reason: 'ResourceNotRegistered',
          message: 'Resource "nvidia.com/gpu" was requested but not registered',
        },
      },
    });
    addWaitingPods(cluster, service('train', 'lab', { gpus: 1 }), {
      since: '23m',
      nominated: machine,
      schedulerSays: '0/7 nodes are available: 7 Insufficient nvidia.com/gpu.',
    });
    return cluster;
  },
});

import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A GPU node three minutes old: the driver registers its devices last. */
export const gpuNodeInitializes = lookAlike({
  name: 'gpu-node-initializes',
  source:
    'https://karpenter.sh/docs/concepts/scheduling/#acceleratorsgpu-resources',
  why: 'The node is Ready since a minute; the device plugin has not announced its GPUs yet. That takes some minutes after the node is Ready.',
  mistakenFor: [
    'karpenter/L4',
    'clusterworks/node-not-initialized',
    'karpenter/L3',
  ],
  neutral: ['karpenter/P8'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('gpu');
    cluster.put(nodePool('gpu', { manifest: pool.spec, createdAt: ago('9d') }));
    const machine = cluster.machine('gpu-1', {
      type: 'g5.xlarge',
      pool,
      createdAt: ago('3m'),
      joinedAt: ago('2m'),
      networkReadyAt: ago('70s'),
      node: { gpus: 0, initialized: false },
      claim: {
        initializedAt: null,
        initializing: {
          reason: 'ResourceNotRegistered',
          message: 'Resource "nvidia.com/gpu" was requested but not registered',
        },
      },
    });
    addWaitingPods(cluster, service('train', 'lab', { gpus: 1 }), {
      since: '3m',
      nominated: machine,
      schedulerSays: '0/7 nodes are available: 7 Insufficient nvidia.com/gpu.',
    });
    return cluster;
  },
});

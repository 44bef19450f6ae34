import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** A pool has used all of its CPU limit. */
export const poolAtItsLimit = fault({
  name: 'pool-at-its-limit',
  source: 'https://karpenter.sh/docs/troubleshooting/',
  why: 'limits.cpu is 16, the pool uses 16. Five pods wait since eleven minutes, and Karpenter says why.',
  verdict: 'critical',
  root: ['karpenter/P3'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P5', 'karpenter/P1'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['limit', '\\b16\\b'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('general', { limits: { cpu: '16' } });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: pool.spec,
        usage: {
          nodes: 4,
          cpus: 16,
          memoryKi: 64 * 1024 ** 2,
          pods: 224,
          gpus: 0,
        },
      }),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 5,
      since: '11m',
      karpenterSays:
        'Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=general)',
    });
    return cluster;
  },
});

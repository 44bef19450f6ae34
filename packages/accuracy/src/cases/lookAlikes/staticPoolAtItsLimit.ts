import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A static pool whose size is its limit: that is its design. */
export const staticPoolAtItsLimit = lookAlike({
  name: 'static-pool-at-its-limit',
  source: 'https://karpenter.sh/docs/concepts/nodepools/#specreplicas',
  why: 'The pool has spec.replicas 3, limits.nodes 3 and three nodes; it never scales for pods. All CPU that it has is used, which is what it is for.',
  mistakenFor: ['karpenter/P3', 'karpenter/P8', 'karpenter/P6'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('fixed', {
      replicas: 3,
      limits: { nodes: '3' },
      disruption: undefined,
    });
    cluster.put(
      nodePool('fixed', {
        cluster: cluster.facts,
        createdAt: ago('40d'),
        manifest: pool.spec,
        usage: {
          nodes: 3,
          cpus: 12,
          memoryKi: 48 * 1024 ** 2,
          pods: 168,
          gpus: 0,
        },
      }),
    );
    for (const [index, key] of ['fixed-1', 'fixed-2', 'fixed-3'].entries()) {
      cluster.machine(key, { zone: index, pool, createdAt: ago('12d') });
    }
    cluster.run(service('broker', 'shop'), ['fixed-1', 'fixed-2', 'fixed-3']);
    return cluster;
  },
});

import { ago, nodePool, poolFacts } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pool with a limit of zero: turned off on purpose. */
export const poolTurnedOff = lookAlike({
  name: 'pool-turned-off',
  source: 'https://karpenter.sh/docs/concepts/nodepools/#speclimits',
  why: 'limits.cpu is 0: a common way to keep a pool in git and use it never. No pod asks for it.',
  mistakenFor: ['karpenter/P3', 'karpenter/P4', 'karpenter/P5', 'karpenter/P1'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      nodePool('reserve', {
        cluster: cluster.facts,
        createdAt: ago('60d'),
        registrationHealthyAt: null,
        manifest: poolFacts('reserve', { limits: { cpu: '0' }, weight: 1 })
          .spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
    );
    return cluster;
  },
});

import { ago, nodePool, poolFacts } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pool for builds that nobody has run yet. */
export const poolThatNobodyHasUsed = lookAlike({
  name: 'pool-that-nobody-has-used',
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
  why: 'The pool has existed for nine days without a node, as nothing has asked for it. NodeRegistrationHealthy stays Unknown until the first node joins.',
  mistakenFor: ['karpenter/P1', 'karpenter/P4', 'karpenter/P5', 'karpenter/C9'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      nodePool('builds', {
        cluster: cluster.facts,
        createdAt: ago('9d'),
        registrationHealthyAt: null,
        manifest: poolFacts('builds', { limits: { cpu: '64' } }).spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
    );
    return cluster;
  },
});

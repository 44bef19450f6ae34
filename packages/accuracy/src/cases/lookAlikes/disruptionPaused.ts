import { ago, nodePool, poolFacts } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Disruption is paused on a pool, and nothing waits to be replaced. */
export const disruptionPaused = lookAlike({
  name: 'disruption-paused',
  source:
    'https://karpenter.sh/docs/concepts/disruption/#nodepool-disruption-budgets',
  why: 'A budget of 0 nodes keeps the pool as it is before a release. No node is drifted; nobody is hurt.',
  mistakenFor: ['karpenter/L6', 'karpenter/L5'],
  neutral: ['karpenter/P6', 'karpenter/L11'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('general', {
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '5m',
        budgets: [{ nodes: '0' }],
      },
    });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: pool.spec,
      }),
    );
    return cluster;
  },
});

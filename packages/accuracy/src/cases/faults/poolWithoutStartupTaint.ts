import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** A pool does not announce Cilium's start-up taint. */
export const poolWithoutStartupTaint = fault({
  name: 'pool-without-startup-taint',
  source: 'https://github.com/chanzuckerberg/cztack/pull/895',
  why: 'A new pool lacks the start-up taint while the operator taints young nodes: Karpenter takes them for useless and launches twice. The remedy belongs into git.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/P7'],
  rootsMax: 1,
  neutral: ['cilium/D29', 'karpenter/L9'],
  says: ['node\\.cilium\\.io/agent-not-ready'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('web', {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['on-demand'],
            },
          ],
          expireAfter: '720h',
        },
      },
    });
    cluster.put(
      nodePool('web', {
        cluster: cluster.facts,
        createdAt: ago('2d'),
        manifest: pool.spec,
      }),
    );
    cluster.machine('web-1', { pool, createdAt: ago('5h') });
    cluster.run(service('landing', 'shop'), ['web-1']);
    return cluster;
  },
});

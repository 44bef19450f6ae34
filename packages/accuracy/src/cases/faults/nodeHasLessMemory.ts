import { ago, condition, karpenterEvent } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** A custom image takes more memory than Karpenter counts on. */
export const nodeHasLessMemory = fault({
  name: 'node-has-less-memory',
  source: 'https://karpenter.sh/docs/reference/settings/',
  why: 'Huge pages of a custom image take a fifth of the memory. Karpenter counts on more than the node offers, so pods that were planned for it do not fit.',
  verdict: 'degraded',
  root: ['karpenter/L10'],
  rootsMax: 1,
  mistakenFor: [
    'karpenter/L2',
    'clusterworks/node-not-ready',
    'clusterworks/node-pressure',
  ],
  says: ['memory', '11800Mi|77'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      createdAt: ago('5h'),
      claim: {
        conditions: [
          condition(
            'ConsistentStateFound',
            'False',
            ago('4.9h'),
            'ConsistencyCheckFailed',
            'expected 15155Mi of resource memory, but found 11800Mi (77.9% of expected)',
          ),
        ],
      },
    });
    const { claimName } = cluster.at('general-5');
    cluster.put(
      karpenterEvent(
        { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim', name: claimName },
        {
          reason: 'FailedConsistencyCheck',
          message:
            'expected 15155Mi of resource memory, but found 11800Mi (77.9% of expected)',
        },
        { firstAt: ago('4.9h'), at: ago('9m'), count: 28 },
      ),
    );
    return cluster;
  },
});

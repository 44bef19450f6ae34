import {
  ago,
  condition,
  disruptedTaint,
  karpenterEvent,
  service,
} from '@clusterworks/kube-fixtures';
import { nodeOf, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A node has reached its age and drains since three minutes. */
export const expiredNodeDrains = lookAlike({
  name: 'expired-node-drains',
  source: 'https://karpenter.sh/docs/concepts/disruption/#expiration',
  why: 'expireAfter has passed; Karpenter drains the node since three minutes. FailedDraining is written at every drain that has a pod to evict.',
  mistakenFor: ['karpenter/L6', 'karpenter/L11', 'karpenter/L13'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('30d'),
      node: { deletedAt: ago('3m'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('3m'),
        conditions: [
          condition('Drained', 'Unknown', ago('3m'), 'Draining', 'Draining'),
        ],
      },
    });
    cluster.run(service('ledger', 'office'), ['general-5', 'general-1']);
    cluster.put(
      karpenterEvent(
        nodeOf(machine),
        {
          reason: 'FailedDraining',
          message: 'Failed to drain node, 1 pods are waiting to be evicted',
        },
        { firstAt: ago('3m'), at: ago('1m'), count: 2 },
      ),
    );
    return cluster;
  },
});

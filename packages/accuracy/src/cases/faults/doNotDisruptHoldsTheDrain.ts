import {
  ago,
  disruptedTaint,
  karpenterEvent,
  service,
} from '@clusterworks/kube-fixtures';
import { drainStage, nodeOf, standardCluster } from '../../world';
import { fault } from '../Case';

/** A pod that asks not to be disrupted holds an expired node. */
export const doNotDisruptHoldsTheDrain = fault({
  name: 'do-not-disrupt-holds-the-drain',
  source:
    'https://karpenter.sh/docs/concepts/disruption/#terminationgraceperiod',
  why: 'The node has expired five hours ago. A pod with karpenter.sh/do-not-disrupt runs on it for ever, and the pool has no terminationGracePeriod.',
  verdict: 'critical',
  root: ['karpenter/L6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L13', 'karpenter/L2'],
  neutral: ['karpenter/L11'],
  says: ['do-not-disrupt'],
  firstRemedyNot: ['finalizers', 'delete node'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('30d'),
      node: { deletedAt: ago('5h'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('5h'),
        conditions: drainStage('Drained', ago('5h')),
      },
    });
    const [name] = cluster.run(service('notebook', 'lab'), ['general-5']);
    cluster.edit('Pod', name, {
      metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
    });
    cluster.put(
      karpenterEvent(
        nodeOf(machine),
        {
          reason: 'FailedDraining',
          message: 'Failed to drain node, 1 pods are waiting to be evicted',
        },
        { firstAt: ago('5h'), at: ago('1m'), count: 150 },
      ),
    );
    return cluster;
  },
});

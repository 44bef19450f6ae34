import {
  ago,
  disruptedTaint,
  disruptionBudget,
  karpenterEvent,
} from '@clusterworks/kube-fixtures';
import { drainStage, nodeOf, shopServices, standardCluster } from '../../world';
import { fault } from '../Case';

/** A PodDisruptionBudget that allows none holds a drain. */
export const budgetHoldsTheDrain = fault({
  name: 'budget-holds-the-drain',
  source: 'https://karpenter.sh/docs/troubleshooting/',
  why: 'A service has two replicas and minAvailable 2. Its node expired 95 minutes ago and cannot be drained.',
  verdict: 'critical',
  root: ['karpenter/L6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L13', 'karpenter/L2'],
  neutral: ['karpenter/L11'],
  says: ['shop/catalogue|catalogue', 'PodDisruptionBudget|budget'],
  firstRemedyNot: ['finalizers', 'delete node', 'delete pod'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('30d'),
      node: { deletedAt: ago('95m'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('95m'),
        conditions: drainStage('Drained', ago('95m')),
      },
    });
    cluster.run(shopServices.catalogue, ['general-5', 'general-4']);
    cluster.put(
      disruptionBudget(shopServices.catalogue, {
        spec: { maxUnavailable: undefined, minAvailable: 2 },
        status: {
          disruptionsAllowed: 0,
          currentHealthy: 2,
          desiredHealthy: 2,
          conditions: [
            {
              type: 'DisruptionAllowed',
              status: 'False',
              reason: 'InsufficientPods',
              message: '',
              lastTransitionTime: ago('9d'),
              observedGeneration: 1,
            },
          ],
        },
      }),
      karpenterEvent(
        nodeOf(machine),
        {
          reason: 'FailedDraining',
          message: 'Failed to drain node, 1 pods are waiting to be evicted',
        },
        { firstAt: ago('95m'), at: ago('1m'), count: 47 },
      ),
    );
    return cluster;
  },
});

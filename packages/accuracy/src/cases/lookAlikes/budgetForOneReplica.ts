import { ago, disruptionBudget } from '@clusterworks/kube-fixtures';
import { shopServices, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A PodDisruptionBudget that allows nothing, and nobody drains. */
export const budgetForOneReplica = lookAlike({
  name: 'budget-for-one-replica',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  why: 'A service with one replica has minAvailable 1, so that no disruption is allowed. No node is being drained: nobody is held up.',
  mistakenFor: ['karpenter/L6', 'karpenter/P6'],
  neutral: ['karpenter/L11'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      disruptionBudget(shopServices.mailer, {
        pods: 1,
        spec: { maxUnavailable: undefined, minAvailable: 1 },
        status: {
          disruptionsAllowed: 0,
          currentHealthy: 1,
          desiredHealthy: 1,
          conditions: [
            {
              type: 'DisruptionAllowed',
              status: 'False',
              reason: 'InsufficientPods',
              message: '',
              lastTransitionTime: ago('1d'),
              observedGeneration: 1,
            },
          ],
        },
      }),
    );
    return cluster;
  },
});

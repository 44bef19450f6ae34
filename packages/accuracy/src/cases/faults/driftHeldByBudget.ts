import {
  ago,
  condition,
  disruptionBudget,
  nodeClaim,
} from '@clusterworks/kube-fixtures';
import { saidOfBoth, shopServices, standardCluster } from '../../world';
import { fault } from '../Case';

/** Drifted nodes wait for days, held by a PodDisruptionBudget. */
export const driftHeldByBudget = fault({
  name: 'drift-held-by-budget',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/1684',
  why: 'The image changed four days ago. One node of the old image stays: a budget of a service with one replica allows no disruption.',
  verdict: 'degraded',
  root: ['karpenter/L5'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L6', 'karpenter/P6'],
  neutral: ['karpenter/L11'],
  says: ['mailer'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-3');
    cluster.put(
      nodeClaim(machine.claimName, {
        cluster: cluster.facts,
        instance: machine.instance,
        node: machine.nodeName,
        createdAt: ago('9d'),
        conditions: [
          condition('Drifted', 'True', ago('4d'), 'AMIDrift', 'AMIDrift'),
        ],
      }),
      disruptionBudget(shopServices.mailer, {
        pods: 1,
        createdAt: ago('60d'),
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
              lastTransitionTime: ago('60d'),
              observedGeneration: 1,
            },
          ],
        },
      }),
      ...saidOfBoth(
        machine,
        {
          type: 'Normal',
          reason: 'DisruptionBlocked',
          message:
            'Pdb prevents pod evictions (PodDisruptionBudget=[office/mailer])',
        },
        { firstAt: ago('4d'), at: ago('3m'), count: 2000 },
      ),
    );
    return cluster;
  },
});

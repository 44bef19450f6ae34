import {
  ago,
  condition,
  karpenterEvent,
  nodeClaim,
  nodePool,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { poolNamed, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A budget that lets no node go on Sundays, as scheduled. */
export const budgetOfTheWeekend = lookAlike({
  name: 'budget-of-the-weekend',
  source: 'https://karpenter.sh/docs/concepts/disruption/#schedule',
  why: 'The pool has a scheduled budget of 0 for the weekend, and it is Sunday. Two nodes are drifted since yesterday evening and wait for Monday.',
  mistakenFor: ['karpenter/L6', 'karpenter/P1'],
  neutral: ['karpenter/P6', 'karpenter/L5'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('general', {
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '5m',
        budgets: [
          { nodes: '10%' },
          { nodes: '0', schedule: '0 0 * * sat', duration: '48h' },
        ],
      },
    });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: pool.spec,
      }),
    );
    for (const key of ['general-1', 'general-2']) {
      const machine = cluster.at(key);
      cluster.put(
        nodeClaim(machine.claimName, {
          cluster: cluster.facts,
          instance: machine.instance,
          node: machine.nodeName,
          createdAt: machine.createdAt,
          conditions: [
            condition('Drifted', 'True', ago('15h'), 'AMIDrift', 'AMIDrift'),
          ],
        }),
      );
    }
    cluster.put(
      karpenterEvent(
        poolNamed('general'),
        {
          type: 'Normal',
          reason: 'DisruptionBlocked',
          message:
            'No allowed disruptions for disruption reason Drifted due to blocking budget',
        },
        { firstAt: ago('15h'), at: ago('1m'), count: 900 },
      ),
    );
    return cluster;
  },
});

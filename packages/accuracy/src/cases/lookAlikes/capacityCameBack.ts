import { ago, karpenterEvent, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** EC2 had no capacity some minutes ago; it has now, and every pod runs. */
export const capacityCameBack = lookAlike({
  name: 'capacity-came-back',
  source: 'https://karpenter.sh/docs/troubleshooting/',
  why: 'Two launches were refused seven minutes ago; the next type was served at once, the node is in service and no pod waits. What is over is history.',
  mistakenFor: [
    'karpenter/P5',
    'karpenter/L9',
    'karpenter/L1',
    'clusterworks/pods-waiting',
  ],
  neutral: ['karpenter/L8'],
  saysNot: ['no capacity'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      type: 'm6i.2xlarge',
      createdAt: ago('6m'),
      joinedAt: ago('5m'),
      networkReadyAt: ago('4.5m'),
    });
    cluster.run(service('ranking', 'shop'), ['general-5', 'general-5'], {
      createdAt: ago('7m'),
      startedAt: ago('4m'),
    });
    for (const name of ['general-q8x2m', 'general-t4k9z']) {
      cluster.put(
        karpenterEvent(
          { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim', name },
          {
            reason: 'InsufficientCapacityError',
            message: `NodeClaim ${name} event: creating instance, insufficient capacity, with fleet error(s), InsufficientInstanceCapacity: We currently do not have sufficient m6i.xlarge capacity in the Availability Zone you requested (eu-west-1a).`,
          },
          { at: ago('7m') },
        ),
      );
    }
    return cluster;
  },
});

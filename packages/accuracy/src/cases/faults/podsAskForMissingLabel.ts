import { service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** Pods ask for a label that no pool gives. */
export const podsAskForMissingLabel = fault({
  name: 'pods-ask-for-missing-label',
  source: 'https://karpenter.sh/docs/concepts/scheduling/#user-defined-labels',
  why: 'A team selects nodes by workload-tier=gold, and the pool says golden. Karpenter tells it in its event; three pods wait since 34 minutes.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['clusterworks/pods-waiting'],
  rootsMax: 1,
  mistakenFor: [
    'karpenter/P3',
    'karpenter/L8',
    'karpenter/P5',
    'karpenter/P1',
    'karpenter/C3',
  ],
  says: ['workload-tier'],
  build: () => {
    const cluster = standardCluster();
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 3,
      since: '34m',
      schedulerSays:
        "0/6 nodes are available: 6 node(s) didn't match Pod's node affinity/selector.",
      karpenterSays:
        'Failed to schedule pod, incompatible requirements, key workload-tier, workload-tier In [gold] not in workload-tier In [golden] (NodePool=general)',
    });
    return cluster;
  },
});

import { ago, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** An instance that boots since 100 seconds. */
export const claimLaunchedNotJoined = lookAlike({
  name: 'claim-launched-not-joined',
  source: 'https://karpenter.sh/docs/concepts/nodeclaims/',
  why: 'Launched 100 s ago, not registered: an instance takes one to two minutes to boot and join.',
  mistakenFor: ['karpenter/L1', 'karpenter/L2', 'karpenter/L13'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('100s'),
      joinedAt: null,
    });
    addWaitingPods(cluster, service('reports', 'office'), {
      count: 2,
      since: '105s',
      nominated: machine,
    });
    return cluster;
  },
});

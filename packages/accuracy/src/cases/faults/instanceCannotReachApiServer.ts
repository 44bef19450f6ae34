import { ago, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** An instance runs since thirteen minutes and has not joined. */
export const instanceCannotReachApiServer = fault({
  name: 'instance-cannot-reach-api-server',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/7469',
  why: 'The security group of the nodes lost its way to the API server. The first launch since then is 13 minutes old and no node.',
  verdict: 'critical',
  root: ['karpenter/L2'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L1', 'karpenter/L8', 'karpenter/L3', 'cilium/D07'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['security group|API server'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('13m'),
      joinedAt: null,
    });
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 2,
      since: '13.5m',
      nominated: machine,
    });
    return cluster;
  },
});

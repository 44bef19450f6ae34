import { ago, leaderLeases, lease, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** The leader hangs: its lease is old, its pods look well. */
export const karpenterHangs = fault({
  name: 'karpenter-hangs',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/4168',
  why: 'Both replicas are Running and Ready, but the leader has not renewed its lease for seven minutes and none has taken over. Pods wait since six minutes without a word of Karpenter.',
  verdict: 'critical',
  root: ['karpenter/C3'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C1', 'karpenter/P1', 'karpenter/L8'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['lease|renew'],
  build: () => {
    const cluster = standardCluster();
    const leader = `karpenter-hang1-x1x1x`;
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: `${leader}_5`,
        acquiredAt: ago('3d'),
        renewedAt: ago('7m'),
      }),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 2,
      since: '6m',
    });
    return cluster;
  },
});

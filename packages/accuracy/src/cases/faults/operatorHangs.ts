import { ago, leaderLeases, lease } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** The leader of Cilium's operator hangs. */
export const operatorHangs = fault({
  name: 'operator-hangs',
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
  why: 'Both operators are available, but the lease was last renewed six and a half minutes ago: nobody hands out addresses. A node that joined six minutes ago waits.',
  verdict: 'critical',
  root: ['cilium/D03'],
  rootsMax: 1,
  mistakenFor: ['cilium/D10', 'cilium/D18', 'karpenter/L2'],
  neutral: [
    'cilium/D07',
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
  ],
  says: ['lease|renew'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      lease(leaderLeases.ciliumOperator, {
        holder: `${cluster.at('system-1').nodeName}-hangs`,
        acquiredAt: ago('3d'),
        renewedAt: ago('6.5m'),
      }),
    );
    cluster.machine('general-5', {
      createdAt: ago('7m'),
      joinedAt: ago('6m'),
      networkReadyAt: null,
      ciliumStage: 'created',
    });
    return cluster;
  },
});

import { ago, leaderLeases, lease } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** The leader was killed twenty seconds ago; its lease has not run out yet. */
export const karpenterLeaderHandsOver = lookAlike({
  name: 'karpenter-leader-hands-over',
  source: 'https://pkg.go.dev/k8s.io/client-go/tools/leaderelection',
  why: 'A node with the leader went; its pod is gone, the lease still names it and was renewed 20 s ago. The standby takes over when the lease has run out.',
  mistakenFor: ['karpenter/C3', 'karpenter/C1', 'karpenter/C2'],
  neutral: ['clusterworks/karpenter-pods-running'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: cluster.facts.karpenterNamespace,
        holder:
          'karpenter-6f5d8c7b9-q8zzt_11111111-2222-4333-8444-555555555555',
        acquiredAt: ago('9d'),
        renewedAt: ago('20s'),
      }),
    );
    return cluster;
  },
});

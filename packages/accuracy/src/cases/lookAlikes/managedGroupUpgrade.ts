import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** The managed node group is being upgraded: one old node drains. */
export const managedGroupUpgrade = lookAlike({
  name: 'managed-group-upgrade',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html',
  why: 'EKS has added a new system node and cordons an old one; its pods move. Karpenter has nothing to do with it.',
  mistakenFor: [
    'karpenter/L6',
    'karpenter/L13',
    'clusterworks/node-not-ready',
    'karpenter/C1',
    'cilium/D03',
  ],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('system-3', { zone: 0, pool: null, createdAt: ago('6m') });
    const old = cluster.at('system-1');
    cluster.edit('Node', old.nodeName, {
      spec: {
        unschedulable: true,
        taints: [
          { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' },
          {
            key: 'node.kubernetes.io/unschedulable',
            effect: 'NoSchedule',
            timeAdded: ago('90s'),
          },
        ],
      },
    });
    return cluster;
  },
});

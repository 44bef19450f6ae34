import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Somebody has cordoned a node to look at it. */
export const nodeCordonedByHand = lookAlike({
  name: 'node-cordoned-by-hand',
  source:
    'https://kubernetes.io/docs/concepts/architecture/nodes/#manual-node-administration',
  why: 'A node is cordoned since half an hour; its pods run, nothing drains it. A choice of a person, not a fault.',
  mistakenFor: [
    'clusterworks/node-not-ready',
    'karpenter/L6',
    'cilium/D06',
    'karpenter/L13',
  ],
  build: () => {
    const cluster = standardCluster();
    cluster.edit('Node', cluster.at('general-1').nodeName, {
      spec: {
        unschedulable: true,
        taints: [
          {
            key: 'node.kubernetes.io/unschedulable',
            effect: 'NoSchedule',
            timeAdded: ago('30m'),
          },
        ],
      },
    });
    return cluster;
  },
});

import { ago, condition, disruptedTaint } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A node stops reporting as EC2 terminates its instance. */
export const silentBecauseItEnds = lookAlike({
  name: 'silent-because-it-ends',
  source: 'https://karpenter.sh/docs/concepts/disruption/#control-flow',
  why: 'Karpenter has drained the node and EC2 shuts the instance down since a minute: kubelet is silent because it is gone.',
  mistakenFor: [
    'clusterworks/node-not-ready',
    'karpenter/L6',
    'karpenter/L13',
    'cilium/D02',
    'cilium/D10',
  ],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('2d'),
      node: {
        deletedAt: ago('2m'),
        taints: [disruptedTaint],
        silentSince: ago('25s'),
      },
      claim: {
        deletedAt: ago('2m'),
        conditions: [
          condition('Drained', 'True', ago('100s')),
          condition('VolumesDetached', 'True', ago('95s')),
          condition('InstanceTerminating', 'True', ago('90s')),
        ],
      },
    });
    return cluster;
  },
});

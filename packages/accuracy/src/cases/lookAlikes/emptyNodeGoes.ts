import { ago, condition, disruptedTaint } from '@clusterworks/kube-fixtures';
import { saidOfBoth, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** An empty node is being removed since forty seconds. */
export const emptyNodeGoes = lookAlike({
  name: 'empty-node-goes',
  source: 'https://karpenter.sh/docs/concepts/disruption/#consolidation',
  why: 'The node was empty and is being terminated: drained, volumes detached, EC2 is stopping it.',
  mistakenFor: [
    'karpenter/L6',
    'karpenter/L13',
    'karpenter/L9',
    'clusterworks/node-not-ready',
  ],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('3h'),
      node: { deletedAt: ago('40s'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('40s'),
        conditions: [
          condition('DisruptionReason', 'True', ago('45s'), 'Empty', 'Empty'),
          condition('Drained', 'True', ago('38s')),
          condition('VolumesDetached', 'True', ago('36s')),
          condition('InstanceTerminating', 'True', ago('35s')),
        ],
      },
    });
    cluster.put(
      ...saidOfBoth(
        machine,
        {
          type: 'Normal',
          reason: 'DisruptionTerminating',
          message: 'Disrupting NodeClaim: Empty',
        },
        { at: ago('40s') },
      ),
    );
    return cluster;
  },
});

import {
  ago,
  disruptedTaint,
  karpenterEvent,
  volumeAttachment,
} from '@clusterworks/kube-fixtures';
import { drainStage, nodeOf, standardCluster } from '../../world';
import { fault } from '../Case';

/** A node is drained, and a volume stays attached. */
export const volumeHoldsTheNode = fault({
  name: 'volume-holds-the-node',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/9238',
  why: 'The node is drained since 74 minutes; a VolumeAttachment was left behind when a claim was deleted by force. Karpenter waits for it without a limit.',
  verdict: 'critical',
  root: ['karpenter/L6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L13', 'karpenter/L2', 'karpenter/L11'],
  says: ['[Vv]olumeAttachment|volume'],
  saysNot: ['pods are left', 'which pods'],
  firstRemedyNot: ['finalizers', 'kubectl delete'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('3d'),
      node: { deletedAt: ago('75m'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('75m'),
        conditions: drainStage('VolumesDetached', ago('74m')),
      },
    });
    cluster.put(
      volumeAttachment('csi-0c66a3b3252a587bb40cb81d86', {
        node: machine.nodeName,
        volume: 'pvc-41c8f0a6',
        createdAt: ago('3d'),
      }),
      karpenterEvent(
        nodeOf(machine),
        {
          type: 'Normal',
          reason: 'AwaitingVolumeDetachment',
          message:
            'Awaiting deletion of VolumeAttachments bound to node (VolumeAttachments=[csi-0c66a3b3252a587bb40cb81d86])',
        },
        { firstAt: ago('74m'), at: ago('1m'), count: 37 },
      ),
    );
    return cluster;
  },
});

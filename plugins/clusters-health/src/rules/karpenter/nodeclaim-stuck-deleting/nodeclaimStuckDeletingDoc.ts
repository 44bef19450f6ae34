import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimStuckDeleting. */
export const nodeclaimStuckDeletingDoc: CataloguedDoc = {
  title: 'Node does not go',
  means:
    'A node was told to go and something holds it: a PodDisruptionBudget that allows none, two budgets on one pod (the API server then evicts it never), a pod that asks not to be disrupted, a volume that is not detached, or, when all that is done, only the finalizer. It stays cordoned and costs on.',
  foundBy:
    'NodeClaim metadata.deletionTimestamp is older than 15 minutes, or past its terminationGracePeriod by 5 (warning); older than an hour (critical). How far it came its conditions say: Drained, VolumesDetached, InstanceTerminating (since Karpenter 1.6); VolumeAttachments say which volume is attached, and why the driver did not detach it. Pods that have not started, that tolerate karpenter.sh/disrupted, or that a budget lets go while they are not ready hold nothing. A Node of Karpenter that is deleted while its NodeClaim is gone counts, too: Karpenter never finishes that. The event FailedDraining is written at every drain and is no sign.',
  whom: "NodeClaims of Karpenter's own AWS provider that are being deleted, and their Nodes.",
  waits:
    '15 minutes: a drain takes as long as pods take to end; less where a terminationGracePeriod says so. Critical after an hour, except in a cluster that is being taken down.',
  cannotSee:
    'Volumes that EC2 still shows as attached, and the state of the instance.',
  lookAlikes:
    'A drain in progress; pods that tolerate the taint and stay on purpose.',
  todo: [
    'By the stage that is named: free the pod that holds it.',
    'Or look at the VolumeAttachments of the node and their driver.',
    'Or ask EC2 whether the instance is gone, and restart the controller.',
    'Remove a finalizer by hand only for an instance that is gone.',
  ],
  source: 'https://karpenter.sh/docs/concepts/disruption/',
};

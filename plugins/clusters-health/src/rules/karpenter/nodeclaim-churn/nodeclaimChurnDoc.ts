import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimChurn. */
export const nodeclaimChurnDoc: CataloguedDoc = {
  title: 'Nodes are launched for nothing',
  means:
    'Karpenter launches several nodes for the same pods and deletes them again. The common reason is a start-up taint that the NodePool does not announce. Or it removes nodes minutes after their start, again and again: short jobs on a pool that gives up an empty node at once.',
  foundBy:
    'Three and more NodeClaims of one NodePool created within 2 minutes that were deleted within 10 (remembered for 30 minutes), or one pod nominated for three different NodeClaims within 10 minutes. Claims that failed for want of capacity do not count (L8). A note: by their events, five and more NodeClaims of a pool within an hour, over 15 minutes or more, that Karpenter disrupted within 10 minutes of their launch.',
  whom: "NodePools of Karpenter's own AWS provider.",
  waits:
    'Three within 2 minutes, or five within an hour: one node too many is no pattern.',
  cannotSee:
    'NodeClaims that came and went between two looks and left no events.',
  lookAlikes:
    'Claims that EC2 refused (insufficient-capacity), one burst of short jobs, a rollout.',
  todo: [
    "See whether the pool announces every start-up taint, Cilium's above all.",
    'For short jobs: a longer consolidateAfter.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/state/statenode.go',
};

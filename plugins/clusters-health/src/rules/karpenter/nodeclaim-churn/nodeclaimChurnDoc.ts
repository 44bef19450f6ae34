import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimChurn. */
export const nodeclaimChurnDoc: RuleDoc = {
  title: 'Nodes are launched for nothing',
  means:
    'Karpenter launches several nodes for the same pods and deletes them again. The common reason is a start-up taint that the NodePool does not announce.',
  foundBy:
    'Three and more NodeClaims of one NodePool created within 2 minutes that were deleted within 10 (remembered for 30 minutes), or one pod nominated for three different NodeClaims within 10 minutes. Claims that failed for want of capacity do not count (L8).',
  todo: "Announce every start-up taint in the pool, Cilium's above all (P7).",
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/state/statenode.go',
};

import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimInconsistent. */
export const nodeclaimInconsistentDoc: RuleDoc = {
  title: 'Node is not what was ordered',
  means:
    'Two nodes carry the same provider id, or the node has less than 90 % of the memory or CPU that Karpenter counted on: pods that were planned for it do not fit.',
  foundBy:
    'NodeClaim condition Registered is False with reason MultipleNodesFound, or ConsistentStateFound is False.',
  todo: 'Custom images: see what they take. Else raise settings.vmMemoryOverheadPercent.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/consistency/nodeshape.go',
};

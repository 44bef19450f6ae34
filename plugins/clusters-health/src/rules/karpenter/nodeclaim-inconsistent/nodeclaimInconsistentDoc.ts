import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimInconsistent. */
export const nodeclaimInconsistentDoc: CataloguedDoc = {
  title: 'Node is not what was ordered',
  means:
    'Two nodes carry the same provider id, or the node has less than 90 % of a resource (pods, memory, CPU, disk) that Karpenter counted on: pods that were planned for it do not fit.',
  foundBy:
    'NodeClaim condition Registered is False with reason MultipleNodesFound, or ConsistentStateFound is False. Which resource, and how much of it, Karpenter says in the event FailedConsistencyCheck; without the event NodeClaim status.capacity is compared with Node status.capacity.',
  whom: "NodeClaims of Karpenter's own AWS provider.",
  waits: 'Not at all: Karpenter writes the condition after it has compared.',
  cannotSee: 'What keeps the resource on the node.',
  lookAlikes:
    'Resources that are a little less than was reckoned: Karpenter allows 10 %.',
  todo: [
    'Read the event FailedConsistencyCheck.',
    'Pods: set spec.kubelet.maxPods to what the image sets.',
    'Memory: settings.vmMemoryOverheadPercent.',
    'Disk: block devices of the class.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/consistency/nodeshape.go',
};

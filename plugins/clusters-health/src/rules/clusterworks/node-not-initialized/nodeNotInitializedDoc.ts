import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeNotInitialized. */
export const nodeNotInitializedDoc: RuleDoc = {
  title: 'New node does not get into service',
  means:
    'The node has registered, but is not Ready, or carries a start-up taint that nobody takes away. Karpenter has no time limit for this.',
  foundBy:
    'NodeClaim Registered is True and Initialized is not, more than 5 minutes after creation (warning), more than 15 (critical), unless it waits for Cilium (L3) or for a device (L4).',
  todo: 'Follow the reason: kubelet, a taint of another start-up agent.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/initialization.go',
};

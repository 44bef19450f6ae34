import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodeclaimWaitsForCni. */
export const nodeclaimWaitsForCniDoc: RuleDoc = {
  title: 'New node waits for Cilium',
  means:
    'The node has joined, but Cilium has not become ready on it: the start-up taint stays, no pod is scheduled there, and Karpenter never gives up on it (there is no time limit for initialization).',
  foundBy:
    "NodeClaim condition Initialized is not True with reason StartupTaintsExist naming Cilium's taint, or NodeNotReady while the node says that its CNI is not initialized; more than 5 minutes after creation (warning), more than 15 (critical).",
  todo: 'Look at the Cilium agent pod and the CiliumNode of that node; check that the agent DaemonSet tolerates the taints of the pool. Do not remove the taint by hand: pods would start without a network.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/initialization.go',
};

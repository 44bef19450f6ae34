import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodeclaimWaitsForCni. */
export const nodeclaimWaitsForCniDoc: CataloguedDoc = {
  title: 'New node waits for Cilium',
  means:
    'The node has joined, but Cilium has not become ready on it: the start-up taint stays, no pod is scheduled there, and Karpenter never gives up on it (there is no time limit for initialization).',
  foundBy:
    "NodeClaim condition Initialized is not True with reason StartupTaintsExist naming Cilium's taint, or NodeNotReady while the node says that its CNI is not initialized; more than 5 minutes after creation (warning), more than 15 (critical).",
  whom: "NodeClaims of Karpenter's own AWS provider whose nodes have joined.",
  waits:
    '5 minutes: the agent needs up to 4 to start. Critical after 15, by which an instance that does not join would be gone.',
  cannotSee:
    'Why the agent is not ready: cilium-agent-down and ciliumnode-stuck say more.',
  lookAlikes:
    'Start-up taints of other agents (node-not-initialized), devices (nodeclaim-waits-for-device).',
  todo: [
    "Look at the agent's pod on the node.",
    'Look at its CiliumNode.',
    "See that the agent's DaemonSet tolerates the taints of the pool.",
    'Do not remove the taint by hand: pods would start without a network.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/nodeclaim/lifecycle/initialization.go',
};

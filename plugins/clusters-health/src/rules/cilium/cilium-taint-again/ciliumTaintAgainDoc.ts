import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumTaintAgain. */
export const ciliumTaintAgainDoc: CataloguedDoc = {
  title: 'Node in service is tainted again',
  means:
    'The agent of the node restarts, and the operator keeps new pods off the node until it is ready. Karpenter treats the taint as a permanent one and may launch another node for pods that wait meanwhile.',
  foundBy:
    "A node whose NodeClaim is Initialized has a taint with Cilium's key and effect NoSchedule.",
  whom: "Nodes in service of Karpenter's own AWS provider.",
  waits:
    'Not at all; it is a note. If the taint stays, cilium-taint-stuck reports it.',
  cannotSee: 'Why the agent restarted.',
  lookAlikes: 'A rollout of the agent, in which it is expected.',
  todo: [
    'See whether the agent of the node comes up again.',
    "Keep maxUnavailable of the agent's DaemonSet small.",
  ],
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/operator/watchers/node_taint.go',
};

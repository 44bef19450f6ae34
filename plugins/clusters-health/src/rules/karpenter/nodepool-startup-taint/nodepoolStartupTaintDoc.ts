import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolStartupTaint. */
export const nodepoolStartupTaintDoc: CataloguedDoc = {
  title: "NodePool lacks Cilium's start-up taint",
  means:
    'Karpenter treats the taint on a new node as a permanent one, finds no place for the pod, and launches a second node: in a measurement two of three launches were superfluous. Pods may also start before the network is there.',
  foundBy:
    "NodePool spec.template.spec.startupTaints has no entry with the key of Cilium (agent-not-ready-taint-key, default node.cilium.io/agent-not-ready) while Cilium runs. Warning; critical when the operator sets taints itself (set-cilium-node-taints). Pools of EKS Auto Mode, of Windows, and those whose nodes the agent's DaemonSet does not select are left out: nothing would remove the taint there.",
  whom: "NodePools of Karpenter's own AWS provider on whose nodes Cilium's agent runs.",
  waits: 'Not at all: it is configuration.',
  cannotSee: 'Taints that a machine image or user data set themselves.',
  lookAlikes:
    "Pools of Windows or of EKS Auto Mode, and those that the agent's DaemonSet does not select: nothing would remove the taint there.",
  todo: [
    'See which taints the pool announces, and that the agent will run on its nodes.',
    'Add node.cilium.io/agent-not-ready (NoExecute, value true) to its startupTaints in git, GPU pools included.',
    'Karpenter then replaces the nodes of the pool, as its budgets allow.',
  ],
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
};

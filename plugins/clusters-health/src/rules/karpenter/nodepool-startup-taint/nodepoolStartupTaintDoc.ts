import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolStartupTaint. */
export const nodepoolStartupTaintDoc: RuleDoc = {
  title: "NodePool lacks Cilium's start-up taint",
  means:
    'Karpenter takes the taint on a young node for a lasting one, believes that the pod still fits nowhere, and launches a second node: two of three launches were measured to be superfluous. Pods may also start before the network is there.',
  foundBy:
    "NodePool spec.template.spec.startupTaints has no entry with the key of Cilium (agent-not-ready-taint-key, default node.cilium.io/agent-not-ready) while Cilium runs. Warning; critical when the operator sets taints itself (set-cilium-node-taints). Pools of EKS Auto Mode, of Windows, and those whose nodes the agent's DaemonSet does not select are left out: nobody would take the taint away there.",
  todo: "Add the start-up taint node.cilium.io/agent-not-ready (NoExecute, value true) in git to every pool that Cilium's agent runs on, GPU pools included.",
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
};

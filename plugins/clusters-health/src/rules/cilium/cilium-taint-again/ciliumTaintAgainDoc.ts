import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumTaintAgain. */
export const ciliumTaintAgainDoc: RuleDoc = {
  title: 'Node in service is tainted again',
  means:
    'The agent of the node restarts, and the operator keeps new pods off until it is ready. Karpenter takes the taint for a real one and may launch a further node for pods that wait meanwhile.',
  foundBy:
    "A node whose NodeClaim is Initialized has a taint with Cilium's key and effect NoSchedule.",
  todo: 'Expected during a rollout of the agent: keep its maxUnavailable small. When it stays, see D06.',
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/operator/watchers/node_taint.go',
};

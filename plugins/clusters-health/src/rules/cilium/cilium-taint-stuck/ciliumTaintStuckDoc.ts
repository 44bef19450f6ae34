import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumTaintStuck. */
export const ciliumTaintStuckDoc: CataloguedDoc = {
  title: 'Start-up taint of Cilium stays',
  means:
    'No ordinary pod is scheduled to the node, and Karpenter does not count it as initialised. The operator removes the taint as soon as the agent is ready: a taint that stays shows that one of the two does not work.',
  foundBy:
    "A taint with Cilium's key (agent-not-ready-taint-key) for more than 5 minutes (warning) or 15 (critical), from the node's creation, or from the moment that the agent of a node in service became unready. When no agent can run on the node, the taint or selector that prevents it is named.",
  whom: "Nodes with Cilium's start-up taint, whoever launched them.",
  waits: '5 minutes, as the agent needs up to 4 to start; critical after 15.',
  cannotSee: 'Whether the operator could reach the node object.',
  lookAlikes:
    'A node that boots, is being removed or does not report; an agent that restarts.',
  todo: [
    'Find the cause in the findings of the same node: agent, operator, addresses.',
    'When no agent can run on the node: add the named taint to its tolerations, or remove the start-up taint from the pool.',
    'Never remove the taint by hand: pods would start without a network.',
  ],
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
};

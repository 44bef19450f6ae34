import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumTaintStuck. */
export const ciliumTaintStuckDoc: RuleDoc = {
  title: 'Start-up taint of Cilium stays',
  means:
    'No ordinary pod is scheduled to the node, and Karpenter does not count it as initialised. The operator takes the taint away as soon as the agent is ready: what stays shows that one of the two does not work.',
  foundBy:
    "A taint with Cilium's key (agent-not-ready-taint-key) for more than 5 minutes (warning) or 15 (critical), from the node's creation, or from the moment that the agent of a node in service became unready.",
  todo: 'Find the cause in D01, D02, D03 and D07 of the same node. Never take the taint away by hand: pods would start without a network.',
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
};

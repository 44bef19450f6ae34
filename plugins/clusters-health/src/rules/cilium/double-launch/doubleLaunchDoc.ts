import { RuleDoc } from '../../../rule/Rule';

/** What people read of doubleLaunch. */
export const doubleLaunchDoc: RuleDoc = {
  title: 'Nodes are launched twice',
  means:
    "Without Cilium's key among the startupTaints, Karpenter takes the taint that the operator adds for a real one: it thinks that the new node is of no use, launches another, and throws the first away.",
  foundBy:
    "Of a NodePool without Cilium's key in startupTaints: two NodeClaims created within 60 seconds, of which one was deleted as empty within 10 minutes. Deleted ones are remembered for half an hour: a first look cannot tell.",
  todo: 'Add the taint node.cilium.io/agent-not-ready to spec.template.spec.startupTaints of the pool.',
  source: 'https://github.com/chanzuckerberg/cztack/pull/895',
};

import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule doubleLaunch. */
export const doubleLaunchDoc: CataloguedDoc = {
  title: 'Nodes are launched twice',
  means:
    "Without Cilium's key among the startupTaints, Karpenter treats the taint that the operator adds as a permanent one: it considers the new node unusable, launches another, and deletes the first.",
  foundBy:
    "Of a NodePool without Cilium's key in startupTaints: two NodeClaims created within 60 seconds, of which one was deleted as empty within 10 minutes. Deleted ones are remembered for half an hour: a first look cannot tell.",
  whom: "NodePools of Karpenter's own AWS provider without Cilium's start-up taint.",
  waits: 'Not at all: one pair is proof.',
  cannotSee:
    'What happened before the first look: deleted NodeClaims are remembered for half an hour.',
  lookAlikes:
    'Two nodes that are both needed; nodes that were consolidated after 10 minutes.',
  todo: [
    'Add node.cilium.io/agent-not-ready to spec.template.spec.startupTaints of the pool.',
  ],
  source: 'https://github.com/chanzuckerberg/cztack/pull/895',
};

import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumnodeOrphan. */
export const ciliumnodeOrphanDoc: CataloguedDoc = {
  title: 'CiliumNode without a Node',
  means:
    "Other nodes still route to it and may try to reach it, and a new node of the same name would inherit its addresses. Agents give it an owner, so only kube-controller-manager's garbage collector removes it; Cilium's operator never does.",
  foundBy:
    'A CiliumNode of a name that no Node has, for more than 15 minutes. The objects carry no such time: a first look cannot tell.',
  whom: 'CiliumNodes of a name that no Node has.',
  waits: '15 minutes: kube-controller-manager collects it within a few.',
  cannotSee: 'Since when the Node is gone: the objects carry no such time.',
  lookAlikes:
    'A Node that is re-created, a list of Nodes that could not be read (unknown).',
  todo: ['Make sure that the Node is gone.', 'Delete the CiliumNode.'],
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
};

import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumnodeOrphan. */
export const ciliumnodeOrphanDoc: RuleDoc = {
  title: 'CiliumNode without a Node',
  means:
    "Other nodes still route to it and may try to reach it, and a new node of the same name would inherit its addresses. Agents give it an owner, so only kube-controller-manager's garbage collector takes it away; Cilium's operator never does.",
  foundBy:
    'A CiliumNode of a name that no Node has, for more than 15 minutes. The objects carry no such time: a first look cannot tell.',
  todo: 'Make sure that the Node is gone, then delete the CiliumNode.',
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
};

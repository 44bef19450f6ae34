import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumnodeStuck. */
export const ciliumnodeStuckDoc: CataloguedDoc = {
  title: 'Node gets no addresses',
  means:
    'The agent of the node waits for addresses, so it never becomes ready, the start-up taint stays, and no pod starts there. The objects never show why: the subnet may be full, the operator may lack rights to create interfaces, EC2 may throttle, or the operator may have lost track of the node.',
  foundBy:
    'CiliumNode of an existing Node, older than 5 minutes, without CiliumInternalIP or with an empty spec.ipam.pool. Interfaces without addresses: EC2 refused (subnet or IAM). No status at all: the operator does not process the node. A pool below pre-allocate is shown only by the missing CiliumInternalIP. Missing interfaces with a pool that stays are reported by ciliumnode-of-other-instance.',
  whom: 'CiliumNodes of existing Nodes, in ENI mode.',
  waits: '5 minutes: addresses come within one, and a retry takes another.',
  cannotSee:
    "Why: a full subnet, missing rights and throttling look alike in the objects. EC2's answer is in the operator's log only.",
  lookAlikes:
    'A node that boots; a CiliumNode of another instance (ciliumnode-of-other-instance); an operator that is down (cilium-operator-down).',
  todo: [
    'Ask EC2 for the free addresses of the subnet.',
    "Read the operator's log.",
    'Free addresses in the subnet or the pool; the node then recovers by itself.',
    "If the cause is gone and the node does not recover: delete the CiliumNode and restart that node's agent; for many nodes at once: restart the operator.",
  ],
  source: 'https://github.com/cilium/cilium/issues/35404',
};

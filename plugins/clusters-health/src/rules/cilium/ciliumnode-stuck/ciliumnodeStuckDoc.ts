import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumnodeStuck. */
export const ciliumnodeStuckDoc: RuleDoc = {
  title: 'Node gets no addresses',
  means:
    'The agent of the node waits for addresses, so it never becomes ready, the start-up taint stays, and no pod starts there. The objects show that, and never why: the subnet is full, the operator may not create interfaces, EC2 throttles, or the operator forgot the node.',
  foundBy:
    'CiliumNode of an existing Node, older than 5 minutes, without CiliumInternalIP or with an empty spec.ipam.pool. Interfaces without addresses: EC2 refused (subnet or IAM). No status at all: the operator does not get to it. A pool below pre-allocate: only the missing CiliumInternalIP shows it. Interfaces gone while the pool stays is D10.',
  todo: "Ask EC2 for the free addresses of the subnet and read the operator's log; give the subnet or the pool room. Where the cause is gone, delete the CiliumNode and restart that node's agent; many at once: restart the operator.",
  source: 'https://github.com/cilium/cilium/issues/35404',
};

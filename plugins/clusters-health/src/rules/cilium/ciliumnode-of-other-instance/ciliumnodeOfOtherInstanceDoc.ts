import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumnodeOfOtherInstance. */
export const ciliumnodeOfOtherInstanceDoc: RuleDoc = {
  title: 'CiliumNode belongs to another instance',
  means:
    'EC2 gives private names again, and the CiliumNode of the earlier instance was kept: the operator assigns addresses to interfaces that the node does not have. Its pods run until they need a new address.',
  foundBy:
    "CiliumNode spec.instance-id differs from the instance in the Node's providerID, or its owner's uid from the Node's uid; or status.eni is empty while spec.ipam.pool is not, for more than 5 minutes: EC2 does not know the instance.",
  todo: "Move the pods of the node away; then delete the CiliumNode and restart that node's agent, or replace the node.",
  source: 'https://github.com/cilium/cilium/issues/15682',
};

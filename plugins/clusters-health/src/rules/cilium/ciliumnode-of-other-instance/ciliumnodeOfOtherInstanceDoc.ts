import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumnodeOfOtherInstance. */
export const ciliumnodeOfOtherInstanceDoc: CataloguedDoc = {
  title: 'CiliumNode belongs to another instance',
  means:
    'EC2 reuses private names, and the CiliumNode of the earlier instance was kept: the operator assigns addresses to interfaces that the node does not have. Pods run until they need a new address. The same happens where the agent read an empty instance id: the operator then assigns the interfaces of all instances to the node.',
  foundBy:
    "On nodes older than 2 minutes: CiliumNode spec.instance-id is empty (ENI mode) or differs from the instance in the Node's providerID; its owner's uid differs from the Node's uid; an interface in status.eni.enis is in another CiliumNode, too. For more than 5 minutes, observed or proven by pods that fail: status.eni is empty while spec.ipam.pool is not, or addresses of spec.ipam.pool are on interfaces that status.eni.enis does not have. Unknown while a Node does not say which instance it is.",
  whom: 'CiliumNodes whose Node is there.',
  waits:
    '2 minutes from the start of the node, in which the agent writes its instance; 5 for interfaces and addresses, which the operator writes one after the other.',
  cannotSee: 'What EC2 says of the interfaces.',
  lookAlikes: 'A node that boots under a name that was used before.',
  todo: [
    'See which instance the CiliumNode describes.',
    'Move the pods of the node away.',
    "Delete the CiliumNode and restart that node's agent at once, or replace the node.",
  ],
  source: 'https://github.com/cilium/cilium/issues/15682',
};

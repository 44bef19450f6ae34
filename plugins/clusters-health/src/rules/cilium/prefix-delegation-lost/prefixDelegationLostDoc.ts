import { RuleDoc } from '../../../rule/Rule';

/** What people read of prefixDelegationLost. */
export const prefixDelegationLostDoc: RuleDoc = {
  title: 'Node does not use prefix delegation',
  means:
    'A single address outside of a prefix turns prefixes off for the node, for good: it can serve a sixteenth of the pods that it is planned for. Nothing logs it.',
  foundBy:
    'aws-enable-prefix-delegation is true and an interface of a Nitro node has more than one address and no prefix. The subnet had no free /28 left, or aws-node ran on the node first.',
  todo: 'Replace the node. Reserve blocks for prefixes in the subnet (subnet CIDR reservation), and keep aws-node off new nodes.',
  source: 'https://github.com/cilium/cilium/issues/46644',
};

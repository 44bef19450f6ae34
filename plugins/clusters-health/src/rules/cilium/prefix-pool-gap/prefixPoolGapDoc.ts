import { RuleDoc } from '../../../rule/Rule';

/** What people read of prefixPoolGap. */
export const prefixPoolGapDoc: RuleDoc = {
  title: 'Agent does not use all prefixes of its node',
  means:
    'EC2 gave the node more prefixes than its agent works with: pods fail for want of addresses that are there.',
  foundBy:
    'Cilium 1.20 and newer: fewer CIDRs in spec.ipam.pools.allocated[default] than prefixes and addresses outside of prefixes in status.eni.enis, while pods of the node fail for want of an address. The addresses list holds those of the prefixes, too.',
  todo: "Restart the node's agent; use 1.20.2 or newer with prefix delegation.",
  since: 'Cilium 1.20',
  source: 'https://github.com/cilium/cilium/issues/47910',
};

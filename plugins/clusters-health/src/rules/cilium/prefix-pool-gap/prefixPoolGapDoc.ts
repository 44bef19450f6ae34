import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule prefixPoolGap. */
export const prefixPoolGapDoc: CataloguedDoc = {
  title: 'Agent does not use all prefixes of its node',
  means:
    'EC2 gave the node more prefixes than its agent works with: pods fail although addresses are available.',
  foundBy:
    'Cilium 1.20 and newer: fewer CIDRs in spec.ipam.pools.allocated[default] than prefixes and addresses outside of prefixes in status.eni.enis, while pods of the node fail for want of an address. The list of addresses includes those of the prefixes.',
  whom: 'Nodes with prefixes, since Cilium 1.20.',
  waits: 'Not at all: pods that fail prove it.',
  cannotSee: 'What the agent holds in memory.',
  lookAlikes:
    'An interface that was attached a moment ago, while no pod fails.',
  todo: [
    'Compare what the CiliumNode has and what is in use.',
    "Restart the node's agent; use 1.20.2 or newer with prefix delegation.",
  ],
  since: 'Cilium 1.20',
  source: 'https://github.com/cilium/cilium/issues/47910',
};

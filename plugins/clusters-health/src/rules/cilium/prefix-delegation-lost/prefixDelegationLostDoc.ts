import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule prefixDelegationLost. */
export const prefixDelegationLostDoc: CataloguedDoc = {
  title: 'Node does not use prefix delegation',
  means:
    'A single address outside of a prefix permanently turns prefixes off for the node: it can serve a sixteenth of the planned pods. Nothing logs it.',
  foundBy:
    'aws-enable-prefix-delegation is true and an interface of a Nitro node has more than one address and no prefix. The subnet had no free /28 left, or aws-node ran on the node first.',
  whom: 'Nitro nodes that stay, with prefix delegation on.',
  waits: 'Not at all: it never comes back by itself.',
  cannotSee: 'Why it was lost: nothing logs it.',
  lookAlikes:
    "Xen types and nodes for which it is switched off; an interface's own address; nodes that are being removed.",
  todo: [
    'See whether the subnet has free blocks of 16 addresses; reserve some (subnet CIDR reservation).',
    'Keep aws-node off new nodes.',
    'Replace the node.',
  ],
  source: 'https://github.com/cilium/cilium/issues/46644',
};

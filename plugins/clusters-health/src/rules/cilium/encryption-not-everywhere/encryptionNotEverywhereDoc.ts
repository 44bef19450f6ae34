import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule encryptionNotEverywhere. */
export const encryptionNotEverywhereDoc: CataloguedDoc = {
  title: 'Encryption is not on all nodes',
  means:
    'Traffic between these nodes and the others is not encrypted, although the configuration says so.',
  foundBy:
    'enable-wireguard is true and a CiliumNode older than 5 minutes has no annotation network.cilium.io/wg-pub-key.',
  whom: 'Nodes with a ready agent, where WireGuard is enabled.',
  waits:
    '5 minutes from the start of the node: the agent writes its key when it starts.',
  cannotSee:
    'IPsec; whether packets are really encrypted: cilium-dbg encrypt status tells.',
  lookAlikes:
    'A node that boots, an agent that does not run (cilium-agent-down), a CiliumNode whose Node is gone.',
  todo: [
    'See what an agent says of its encryption.',
    'Check that UDP 51871 is open between nodes and that the kernel has WireGuard.',
    'Restart agents that are older than the setting.',
  ],
  source:
    'https://docs.cilium.io/en/stable/security/network/encryption-wireguard/',
};

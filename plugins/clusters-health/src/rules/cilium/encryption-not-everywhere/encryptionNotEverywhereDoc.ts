import { RuleDoc } from '../../../rule/Rule';

/** What people read of encryptionNotEverywhere. */
export const encryptionNotEverywhereDoc: RuleDoc = {
  title: 'Encryption is not on all nodes',
  means:
    'Traffic between these nodes and the others is not encrypted, although the configuration says so.',
  foundBy:
    'enable-wireguard is true and a CiliumNode older than 5 minutes has no annotation network.cilium.io/wg-pub-key.',
  todo: 'Check that UDP 51871 is open between nodes and that the kernel has WireGuard; restart agents that are older than the setting.',
  source:
    'https://docs.cilium.io/en/stable/security/network/encryption-wireguard/',
};

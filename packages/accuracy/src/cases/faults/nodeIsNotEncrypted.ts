import { standardCluster } from '../../world';
import { fault } from '../Case';

/** One node has no WireGuard key: its traffic is in the clear. */
export const nodeIsNotEncrypted = fault({
  name: 'node-is-not-encrypted',
  source:
    'https://docs.cilium.io/en/stable/security/network/encryption-wireguard/',
  why: 'WireGuard is on; one agent is older than the setting and has announced no key since a day.',
  verdict: 'degraded',
  root: ['cilium/D24'],
  rootsMax: 1,
  says: ['WireGuard|encrypt'],
  build: () => {
    const cluster = standardCluster({ wireguard: true });
    cluster.edit('CiliumNode', cluster.at('general-2').nodeName, {
      metadata: { annotations: { 'network.cilium.io/wg-pub-key': undefined } },
    });
    return cluster;
  },
});

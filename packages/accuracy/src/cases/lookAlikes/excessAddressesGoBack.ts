import { ciliumConfig } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Addresses that are not needed any more are on their way back to EC2. */
export const excessAddressesGoBack = lookAlike({
  name: 'excess-addresses-go-back',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
  why: 'aws-release-excess-ips is on; a batch has ended and twelve addresses are in the handshake between operator and agent. It takes minutes by design.',
  mistakenFor: ['cilium/D23', 'cilium/D12'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-1');
    machine.facts.freeAddresses = 20;
    cluster.put(
      ciliumConfig({
        cluster: cluster.facts,
        data: { 'aws-release-excess-ips': 'true' },
      }),
    );
    const going = machine.enis()[0].addresses.slice(-6);
    cluster.edit('CiliumNode', machine.nodeName, {
      status: {
        ipam: {
          'release-ips': Object.fromEntries(
            going.map(address => [address, 'marked-for-release']),
          ),
        },
      },
    });
    return cluster;
  },
});

import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Prefix delegation: blocks of sixteen addresses on each interface. */
export const prefixDelegationInUse = lookAlike({
  name: 'prefix-delegation-in-use',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
  why: 'Every node has /28 prefixes; the address list holds those of the prefixes. maxPods is 110 and there is room for all of them.',
  mistakenFor: ['cilium/D21', 'cilium/D22', 'cilium/D12', 'cilium/D07'],
  build: () => {
    const cluster = standardCluster({ prefixDelegation: true });
    for (const machine of cluster.machines.values()) {
      const [primary] = machine.enis();
      const block = primary.addresses[0].replace(/\.\d+$/, '');
      const addresses = Array.from(
        { length: 32 },
        (_, index) => `${block}.${index}`,
      );
      cluster.edit('CiliumNode', machine.nodeName, {
        spec: {
          ipam: {
            pool: Object.fromEntries(
              addresses.map(address => [address, { resource: primary.id }]),
            ),
          },
        },
        status: {
          eni: {
            enis: {
              [primary.id]: {
                addresses,
                prefixes: [`${block}.0/28`, `${block}.16/28`],
              },
            },
          },
        },
      });
    }
    return cluster;
  },
});

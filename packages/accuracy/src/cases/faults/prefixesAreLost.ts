import { standardCluster } from '../../world';
import { fault } from '../Case';

/** Prefix delegation is on, and one node has lost it for good. */
export const prefixesAreLost = fault({
  name: 'prefixes-are-lost',
  source: 'https://github.com/cilium/cilium/issues/46644',
  why: 'The subnet had no free /28 when the node joined: it has single addresses and never gets prefixes again. maxPods is reckoned with prefixes.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['cilium/D22'],
  rootsMax: 1,
  mistakenFor: ['cilium/D21', 'cilium/D07', 'cilium/D10', 'cilium/D03'],
  neutral: ['karpenter/L12', 'cilium/D12'],
  says: ['prefix'],
  build: () => {
    const cluster = standardCluster({ prefixDelegation: true });
    for (const machine of cluster.machines.values()) {
      if (machine.key !== 'general-4') {
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
    }
    return cluster;
  },
});

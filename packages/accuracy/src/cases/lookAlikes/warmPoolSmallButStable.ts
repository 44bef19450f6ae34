import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Cilium keeps two free addresses on each node, as it was told to. */
export const warmPoolSmallButStable = lookAlike({
  name: 'warm-pool-small-but-stable',
  source:
    'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/#eni-allocation-parameters',
  why: 'pre-allocate is 2 to save addresses of a small VPC. Two addresses are free on every node, and no pod waits.',
  mistakenFor: ['cilium/D12', 'cilium/D07', 'cilium/D20'],
  build: () => {
    const cluster = standardCluster();
    for (const machine of cluster.machines.values()) {
      machine.facts.freeAddresses = 2;
      cluster.edit('CiliumNode', machine.nodeName, {
        spec: { ipam: { 'pre-allocate': 2 } },
      });
    }
    return cluster;
  },
});

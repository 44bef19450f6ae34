import { ago, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A small node whose addresses are all used, and kubelet admits no more pods. */
export const fullNodeThatAdmitsNoMore = lookAlike({
  name: 'full-node-that-admits-no-more',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/5780',
  why: 'maxPods of the node is what its interfaces can serve. All are in use: the scheduler sends no further pod there. That is a full node, not a fault.',
  mistakenFor: ['cilium/D20', 'karpenter/L12', 'cilium/D07'],
  neutral: ['cilium/D12'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('small-1', {
      type: 't3.medium',
      createdAt: ago('8h'),
      freeAddresses: 0,
    });
    const machine = cluster.at('small-1');
    const room = machine.capacity - machine.owners.size;
    cluster.run(
      service('worker', 'office'),
      Array.from({ length: room }, () => 'small-1'),
    );
    const pods = String(room + 2);
    cluster.edit('Node', machine.nodeName, {
      status: { allocatable: { pods }, capacity: { pods } },
    });
    return cluster;
  },
});

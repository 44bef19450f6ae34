import { ago, service } from '@clusterworks/kube-fixtures';
import { sandboxFailure, standardCluster } from '../../world';
import { fault } from '../Case';

/** All addresses of a node are used, and pods hang there. */
export const nodeHasNoAddressLeft = fault({
  name: 'node-has-no-address-left',
  source: 'https://github.com/kubernetes/kops/issues/16064',
  why: 'maxPods is 110, the interfaces of a t3.large serve 33 pods. All are used; three more pods hang in ContainerCreating since 13 minutes with "No more IPs available".',
  verdict: 'critical',
  root: ['cilium/D12', 'karpenter/L12'],
  rootsMax: 1,
  mistakenFor: ['cilium/D02', 'cilium/D03', 'cilium/D07', 'cilium/D10'],
  neutral: ['cilium/D20', 'karpenter/L12', 'cilium/D12'],
  says: ['address'],
  saysNot: ['agent is ready', 'delete the CiliumNode'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('dense-1', {
      type: 't3.large',
      createdAt: ago('2d'),
      freeAddresses: 0,
    });
    cluster.edit('Node', machine.nodeName, {
      status: { allocatable: { pods: '110' }, capacity: { pods: '110' } },
    });
    cluster.run(
      service('worker', 'office'),
      Array.from(
        { length: machine.capacity - machine.owners.size },
        () => 'dense-1',
      ),
    );
    const names = cluster.run(
      service('late', 'office'),
      ['dense-1', 'dense-1', 'dense-1'],
      {
        createdAt: ago('13.5m'),
        startedAt: null,
        counts: { ready: 0, availableSince: ago('13m') },
      },
    );
    cluster.put(
      ...names.map(name =>
        sandboxFailure(
          name,
          'office',
          'unable to allocate IP via local cilium agent: [POST /ipam][502] postIpamFailure "No more IPs available"',
          { firstAt: ago('13m'), at: ago('40s'), count: 58 },
        ),
      ),
    );
    return cluster;
  },
});

import {
  ago,
  awaiting,
  condition,
  nodeClass,
  nodePool,
  service,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, sandboxFailure, standardCluster } from '../../world';
import { fault } from '../Case';

/** Karpenter never finishes looking for images: its condition stays Unknown. */
export const imagesAreNeverResolved = fault({
  name: 'images-are-never-resolved',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/7029',
  why: 'The call to SSM for the alias of a new EC2NodeClass fails: AMIsReady is Unknown, AwaitingReconciliation, since 40 minutes. The pool of the class is not Ready; two pods wait for it.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['karpenter/N3'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N1', 'karpenter/N2', 'karpenter/L8'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/P1'],
  says: ['AMI|image'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('40m');
    cluster.put(
      nodeClass('arm', {
        cluster: cluster.facts,
        createdAt: since,
        readyAt: null,
        conditions: [
          awaiting('AMIsReady', since),
          condition('SubnetsReady', 'True', since),
          condition('SecurityGroupsReady', 'True', since),
          condition('InstanceProfileReady', 'True', since),
          condition('CapacityReservationsReady', 'True', since),
          condition('PlacementGroupReady', 'True', since),
          awaiting('ValidationSucceeded', since),
        ],
        status: { amis: undefined },
      }),
      nodePool('arm', {
        cluster: cluster.facts,
        createdAt: since,
        readyAt: null,
        registrationHealthyAt: null,
        spec: {
          template: {
            spec: {
              nodeClassRef: {
                group: 'karpenter.k8s.aws',
                kind: 'EC2NodeClass',
                name: 'arm',
              },
            },
          },
        },
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
    );
    addWaitingPods(cluster, service('render', 'media'), {
      count: 2,
      since: '38m',
    });
    return cluster;
  },
});

/** All addresses are used, some of them on their way out. */
export const lastAddressesAreBeingReleased = fault({
  name: 'last-addresses-are-being-released',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
  why: 'All addresses of a node are used but for five, which are in the handshake of a release and may be given to no pod. Two pods hang since 11 minutes with "No more IPs available".',
  verdict: 'critical',
  root: ['cilium/D12', 'karpenter/L12'],
  rootsMax: 1,
  mistakenFor: ['cilium/D02', 'cilium/D03', 'cilium/D07'],
  neutral: ['cilium/D20', 'cilium/D21', 'karpenter/L12', 'cilium/D12'],
  says: ['address'],
  saysNot: ['agent is ready'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('dense-1', {
      type: 't3.large',
      createdAt: ago('2d'),
      freeAddresses: 5,
    });
    cluster.edit('Node', machine.nodeName, {
      status: { allocatable: { pods: '110' }, capacity: { pods: '110' } },
    });
    cluster.run(
      service('worker', 'office'),
      Array.from(
        { length: machine.capacity - machine.owners.size - 5 },
        () => 'dense-1',
      ),
    );
    const names = cluster.run(
      service('late', 'office'),
      ['dense-1', 'dense-1'],
      {
        createdAt: ago('11.5m'),
        startedAt: null,
        counts: { ready: 0, availableSince: ago('11m') },
      },
    );
    const leaving = machine
      .enis()
      .flatMap(({ addresses }) => addresses)
      .slice(-5);
    cluster.edit('CiliumNode', machine.nodeName, {
      status: {
        ipam: {
          'release-ips': Object.fromEntries(
            leaving.map(address => [address, 'marked-for-release']),
          ),
        },
      },
    });
    cluster.put(
      ...names.map(name =>
        sandboxFailure(
          name,
          'office',
          'unable to allocate IP via local cilium agent: [POST /ipam][502] postIpamFailure "No more IPs available"',
          { firstAt: ago('11m'), at: ago('30s'), count: 50 },
        ),
      ),
    );
    return cluster;
  },
});

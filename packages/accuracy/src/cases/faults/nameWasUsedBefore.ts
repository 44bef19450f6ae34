import { ago, service } from '@clusterworks/kube-fixtures';
import { sandboxFailure, standardCluster } from '../../world';
import { fault } from '../Case';

/** A node got a private name that another instance had before. */
export const nameWasUsedBefore = fault({
  name: 'name-was-used-before',
  source: 'https://github.com/cilium/cilium/issues/13412',
  why: 'EC2 gave a private address again while the CiliumNode of the earlier instance was still there: it names the old instance, so the operator cares for interfaces that the node does not have. Pods hang there since 17 minutes.',
  verdict: 'critical',
  root: ['cilium/D10'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D13', 'karpenter/L13'],
  neutral: ['cilium/D20', 'cilium/D12', 'cilium/D07'],
  says: ['instance', 'i-0dead5beef0000001'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('31m'),
      joinedAt: ago('30m'),
    });
    cluster.edit('CiliumNode', machine.nodeName, {
      metadata: {
        creationTimestamp: ago('9d'),
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            name: machine.nodeName,
            uid: 'node-of-the-earlier-instance',
          },
        ],
      },
      spec: { 'instance-id': 'i-0dead5beef0000001' },
    });
    const names = cluster.run(
      service('feed', 'shop'),
      ['general-5', 'general-5'],
      {
        createdAt: ago('18m'),
        startedAt: null,
        counts: { ready: 0, availableSince: ago('18m') },
      },
    );
    cluster.put(
      ...names.map(name =>
        sandboxFailure(
          name,
          'shop',
          'unable to setup interface datapath: unable to install ip rules and routes: unable to find ifindex for interface MAC: interface with MAC 06:aa:bb:cc:dd:ee not found',
          { firstAt: ago('17m'), at: ago('1m'), count: 70 },
        ),
      ),
    );
    return cluster;
  },
});

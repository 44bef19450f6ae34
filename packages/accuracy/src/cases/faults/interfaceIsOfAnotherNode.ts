import { ago, service } from '@clusterworks/kube-fixtures';
import { sandboxFailure, standardCluster } from '../../world';
import { fault } from '../Case';

/** Two CiliumNodes name the same interface. */
export const interfaceIsOfAnotherNode = fault({
  name: 'interface-is-of-another-node',
  source: 'https://github.com/cilium/cilium/issues/13412',
  why: 'After an upgrade the addresses of one node lie on an interface that is attached to another instance: pods there hang since 14 minutes, as kubelet finds no such interface. Addresses are not short.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D10', 'cilium/D20', 'cilium/D31', 'cilium/D32'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D12', 'cilium/D07', 'cilium/D13'],
  neutral: ['cilium/D20', 'cilium/D10'],
  says: ['interface'],
  saysNot: ['agent is ready'],
  build: () => {
    const cluster = standardCluster();
    const [here, there] = [cluster.at('general-1'), cluster.at('general-2')];
    const [own] = here.enis();
    const [foreign] = there.enis();
    const pool = Object.fromEntries(
      own.addresses.map(address => [address, { resource: foreign.id }]),
    );
    const names = cluster.run(
      service('feed', 'shop'),
      ['general-1', 'general-1'],
      {
        createdAt: ago('15m'),
        startedAt: null,
        counts: { ready: 0, availableSince: ago('15m') },
      },
    );
    cluster.edit('CiliumNode', here.nodeName, {
      spec: { ipam: { pool } },
      status: {
        eni: {
          enis: {
            [foreign.id]: {
              id: foreign.id,
              ip: foreign.ip,
              mac: foreign.mac,
              number: 1,
              addresses: own.addresses,
              subnet: { id: 'subnet-b', cidr: '10.0.32.0/19' },
            },
            [own.id]: { addresses: undefined },
          },
        },
      },
    });
    cluster.put(
      ...names.map(name =>
        sandboxFailure(
          name,
          'shop',
          `unable to setup interface datapath: unable to install ip rules and routes: unable to find ifindex for interface MAC: interface with MAC ${foreign.mac} not found`,
          { firstAt: ago('14m'), at: ago('50s'), count: 60 },
        ),
      ),
    );
    return cluster;
  },
});

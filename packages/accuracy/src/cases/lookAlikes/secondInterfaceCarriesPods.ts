import { hexId, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Pods live on the second interface; the first one has no addresses. */
export const secondInterfaceCarriesPods = lookAlike({
  name: 'second-interface-carries-pods',
  source:
    'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/#eni-allocation-parameters',
  why: 'first-interface-index is 1, so that pods use other subnets and groups than nodes. The primary interface never has addresses for pods then.',
  mistakenFor: ['cilium/D07', 'cilium/D10', 'cilium/D12', 'cilium/D27'],
  build: () => {
    const cluster = standardCluster();
    for (const machine of cluster.machines.values()) {
      const [primary, ...others] = machine.enis();
      const end = hexId(machine.nodeName);
      const id = `eni-${end}`;
      cluster.edit('CiliumNode', machine.nodeName, {
        spec: {
          eni: { 'first-interface-index': 1 },
          ipam: {
            pool: Object.fromEntries(
              [primary, ...others]
                .flatMap(({ addresses }) => addresses)
                .map(address => [address, { resource: id }]),
            ),
          },
        },
        status: {
          eni: {
            enis: {
              [primary.id]: { addresses: undefined },
              ...Object.fromEntries(others.map(each => [each.id, undefined])),
              [id]: {
                id,
                number: 1,
                ip: machine.enis()[0].addresses[0],
                addresses: [primary, ...others].flatMap(
                  ({ addresses }) => addresses,
                ),
                subnet: { id: 'subnet-pods', cidr: '10.0.96.0/19' },
                'security-groups': [cluster.facts.securityGroup],
              },
            },
          },
          ipam: {
            used: Object.fromEntries(
              [...machine.owners].map(([address, owner]) => [
                address,
                { owner, resource: id },
              ]),
            ),
          },
        },
      });
    }
    return cluster;
  },
});

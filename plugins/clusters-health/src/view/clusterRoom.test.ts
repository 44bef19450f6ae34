import {
  ciliumNode,
  clusterOf,
  config,
  healthy,
  node,
} from '../testing/cilium/testCluster';
import { atMost, unknownMeasure } from './measures';
import { viewCluster } from './viewCluster';

const now = '2026-11-22T20:00:00Z';

const nodeClass = (...subnets: string[]) => ({
  metadata: { name: 'default' },
  status: { subnets: subnets.map(id => ({ id, zone: 'eu-west-1b' })) },
});

/** Two nodes of one subnet /20: 4,091 addresses, of which each holds 14. */
const given = {
  ...healthy(),
  nodes: [node('a'), node('b')],
  ciliumnodes: [ciliumNode('a'), ciliumNode('b')],
  ec2nodeclasses: [nodeClass('subnet-a')],
};

const roomOf = (change: Parameters<typeof clusterOf>[0] = {}) =>
  viewCluster(clusterOf({ ...given, ...change }), now).cilium.room;

describe('room of a cluster', () => {
  it('is what its subnets hold at most, and not what its nodes keep warm', () => {
    const { cilium } = viewCluster(clusterOf(given), now);
    expect(cilium.room).toMatchObject({
      addresses: atMost(4063),
      nodes: atMost(290),
      hours: unknownMeasure('one look does not show how fast it shrinks'),
    });
    expect(cilium.addressesWarm).toEqual({ certainty: 'exact', value: 16 });
    expect(cilium.subnets?.[0].room).toMatchObject({
      addresses: atMost(4063),
      nodes: atMost(290),
    });
  });

  it('stays a bound when one node more makes warm addresses grow', () => {
    const more = {
      nodes: [...given.nodes, node('c')],
      ciliumnodes: [...given.ciliumnodes, ciliumNode('c')],
    };
    expect(roomOf(more).addresses).toEqual(atMost(4049));
  });

  it('adds up subnets, and leaves out those that refuse addresses', () => {
    const full = ciliumNode('c', { subnet: 'subnet-b', enis: [0], up: false });
    const room = roomOf({
      nodes: [...given.nodes, node('c')],
      ciliumnodes: [...given.ciliumnodes, full],
      ec2nodeclasses: [nodeClass('subnet-a', 'subnet-b')],
    });
    expect(room.addresses).toEqual(atMost(4063));
  });

  it.each<[string, Parameters<typeof clusterOf>[0], string]>([
    [
      'a subnet that no node was seen in',
      { ec2nodeclasses: [nodeClass('subnet-a', 'subnet-c')] },
      'no node shows how large subnet subnet-c (eu-west-1b) is',
    ],
    [
      'NodeClasses that cannot be read',
      { ec2nodeclasses: 'forbidden' },
      'ec2nodeclasses: forbidden',
    ],
    [
      'CiliumNodes that cannot be read',
      { ciliumnodes: 'forbidden' },
      'ciliumnodes: forbidden',
    ],
    ['no CiliumNode', { ciliumnodes: [] }, 'there are no CiliumNodes'],
    [
      'another IPAM mode',
      { configmaps: [config({ ipam: 'cluster-pool' })] },
      'IPAM mode is cluster-pool, not eni',
    ],
  ])('is unknown with its reason: %s', (_what, change, reason) => {
    expect(roomOf(change)).toEqual({
      addresses: unknownMeasure(reason),
      nodes: unknownMeasure(reason),
      hours: unknownMeasure(reason),
    });
  });

  it('needs no NodeClass where Karpenter is not installed', () => {
    const room = roomOf({ ec2nodeclasses: 'notInstalled' });
    expect(room.nodes).toEqual(atMost(290));
  });
});

import {
  ciliumNode,
  clusterOf,
  config,
  healthy,
  node,
} from '../testing/cilium/testCluster';
import { atMost, unknownMeasure } from './measures';
import type { UnknownReason } from './unknownReasons';
import { viewCluster } from './viewCluster';

const now = '2026-11-22T20:00:00Z';

const nodeClass = (...subnets: string[]) => ({
  metadata: { name: 'default' },
  status: { subnets: subnets.map(id => ({ id, zone: 'eu-west-1b' })) },
});

/**
 * Two nodes in one /19 subnet: 8,187 addresses, of which each node holds 14.
 */
const given = {
  ...healthy(),
  nodes: [node('a'), node('b')],
  ciliumnodes: [ciliumNode('a'), ciliumNode('b')],
  ec2nodeclasses: [nodeClass('subnet-a')],
};

const roomOf = (change: Parameters<typeof clusterOf>[0] = {}) =>
  viewCluster(clusterOf({ ...given, ...change }), now).cilium.room;

describe('free addresses of a cluster', () => {
  it('are an upper bound from its subnets, not the addresses that nodes keep ready', () => {
    const { cilium } = viewCluster(clusterOf(given), now);
    expect(cilium.room).toMatchObject({
      addresses: atMost(8159),
      nodes: atMost(906),
      hours: unknownMeasure('one look does not show how fast it shrinks'),
    });
    expect(cilium.addressesWarm).toEqual({ certainty: 'exact', value: 16 });
    expect(cilium.subnets?.[0].room).toMatchObject({
      addresses: atMost(8159),
      nodes: atMost(906),
    });
  });

  it('stay an upper bound when a new node adds addresses that are kept ready', () => {
    const more = {
      nodes: [...given.nodes, node('c')],
      ciliumnodes: [...given.ciliumnodes, ciliumNode('c')],
    };
    expect(roomOf(more).addresses).toEqual(atMost(8145));
  });

  it('add up subnets, and leave out subnets that refuse addresses', () => {
    const full = ciliumNode('c', { subnet: 'subnet-b', enis: [0], up: false });
    const room = roomOf({
      nodes: [...given.nodes, node('c')],
      ciliumnodes: [...given.ciliumnodes, full],
      ec2nodeclasses: [nodeClass('subnet-a', 'subnet-b')],
    });
    expect(room.addresses).toEqual(atMost(8159));
  });

  it('are not known when all subnets refuse, as without the right to take them', () => {
    const full = ciliumNode('a', { enis: [0], up: false });
    const room = roomOf({ ciliumnodes: [full] });
    const reason = unknownMeasure(
      'EC2 gives 1 of its nodes no address: the subnet is full, or the operator may not create or fill interfaces',
    );
    expect(room).toMatchObject({ addresses: reason, nodes: reason });
  });

  it.each<[string, Parameters<typeof clusterOf>[0], UnknownReason]>([
    [
      'a subnet in which no node was seen',
      { ec2nodeclasses: [nodeClass('subnet-a', 'subnet-c')] },
      {
        reason: 'no node shows how large subnet subnet-c (eu-west-1b) is',
        code: 'unseenSubnet',
        params: { subnet: 'subnet-c (eu-west-1b)' },
      },
    ],
    [
      'NodeClasses that cannot be read',
      { ec2nodeclasses: 'forbidden' },
      {
        reason: 'ec2nodeclasses: forbidden',
        code: 'source',
        params: { source: 'ec2nodeclasses', state: 'forbidden' },
      },
    ],
    [
      'CiliumNodes that cannot be read',
      { ciliumnodes: 'forbidden' },
      {
        reason: 'ciliumnodes: forbidden',
        code: 'source',
        params: { source: 'ciliumnodes', state: 'forbidden' },
      },
    ],
    [
      'no CiliumNode',
      { ciliumnodes: [] },
      { reason: 'there are no CiliumNodes', code: 'noCiliumNodes' },
    ],
    [
      'another IPAM mode',
      { configmaps: [config({ ipam: 'cluster-pool' })] },
      {
        reason: 'IPAM mode is cluster-pool, not eni',
        code: 'ipamMode',
        params: { mode: 'cluster-pool' },
      },
    ],
  ])('are unknown, with the reason: %s', (_what, change, reason) => {
    expect(roomOf(change)).toEqual({
      addresses: unknownMeasure(reason),
      nodes: unknownMeasure(reason),
      hours: unknownMeasure(reason),
    });
  });

  it('need no NodeClass when Karpenter is not installed', () => {
    const room = roomOf({ ec2nodeclasses: 'notInstalled' });
    expect(room.nodes).toEqual(atMost(906));
  });
});

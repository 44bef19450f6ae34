import * as kube from '@clusterworks/kube-fixtures';
import { describeRule } from '../../../testing/describeRule';
import {
  ciliumConfigMap,
  ciliumNode,
  nodeClass,
  nodePool,
  NOW,
} from '../../../testing/world';
import type { RoomTrend } from '../../../model/addresses/RoomTrend';
import { ledgersOf } from '../../../model/addresses/ledgersOf';
import { ClusterState } from '../../../model/ClusterState';
import { healthyWorld, snapshotOf } from '../../../testing/world';
import { subnetRunsDry } from './subnetRunsDry';

const HOUR = 3_600_000;
const now = Date.parse(NOW);
const [ledger] = ledgersOf(
  new ClusterState(snapshotOf(healthyWorld()), now),
).values();
const left = ledger.freeAtMost ?? 0;

/**
 * A trend in which the free addresses decrease by the given number per hour,
 * for the given hours until now.
 */
const shrinking = (perHour: number, hours = 48): RoomTrend => ({
  version: 1,
  samples: Array.from({ length: hours }, (_, index) => {
    const before = hours - index;
    return {
      at: now - before * HOUR,
      subnets: { [ledger.subnetId]: left + perHour * before },
    };
  }),
});
const lasting = (hours: number) => shrinking(left / hours);
const classOf = (...ids: string[]) =>
  nodeClass('default', {
    status: { subnets: ids.map(id => ({ id, zone: 'eu-west-1a' })) },
  });
const alone = { ec2nodeclasses: [classOf(ledger.subnetId)] };

/** A node that holds some of the 11 addresses of its subnet, a /28. */
const holding = (addresses: number) =>
  kube.ciliumNode('node-general-1', {
    instance: kube.instance('a', {
      subnet: { ...kube.testCluster.subnets[0], cidr: '10.0.0.0/28' },
    }),
    enis: kube.enis([addresses]),
  });
const inEmptySubnet = kube.ciliumNode('node-general-2', {
  instance: kube.instance('b', {
    subnet: { ...kube.testCluster.subnets[1], cidr: '10.0.1.0/28' },
  }),
  enis: kube.enis([10]),
});
const empty = { ciliumnodes: [holding(10)], ...alone };
const inZones = (operator: string, ...values: string[]) =>
  nodePool('general', {
    spec: {
      template: {
        spec: {
          requirements: [
            { key: 'topology.kubernetes.io/zone', operator, values },
          ],
        },
      },
    },
  });
const noted = { said: ['info Cluster/test'] } as const;

describeRule(
  subnetRunsDry,
  [
    {
      name: 'warns of an empty subnet when a pool has no other one in the zone',
      world: empty,
      roomTrend: shrinking(0),
      said: ['warning Cluster/test'],
      says: 'Subnet subnet-a (eu-west-1a) has no address left: no further node of general can start in this zone',
      shows: '11 of 11',
      offers:
        /describe-subnets[^]*replaces the nodes that run there as drifted/,
    },
    {
      name: 'warns of an empty subnet of a pool that wants any zone',
      world: { ...empty, nodepools: [inZones('Exists')] },
      said: ['warning Cluster/test'],
    },
    {
      name: 'warns of an empty subnet at the first look too',
      world: empty,
      said: ['warning Cluster/test'],
    },
    {
      name: 'passes for the last address but one',
      world: { ...empty, ciliumnodes: [holding(9)] },
      roomTrend: { version: 1, samples: [] },
      state: 'pass',
    },
    {
      name: 'notes an empty subnet beside another one in the zone',
      world: {
        ...empty,
        ec2nodeclasses: [classOf(ledger.subnetId, 'subnet-other')],
      },
      ...noted,
      offers: 'Nodes can start in other subnets',
    },
    {
      name: 'notes an empty subnet of a zone that no pool wants',
      world: { ...empty, nodepools: [inZones('In', 'eu-west-1b')] },
      ...noted,
      offers: 'not known',
      offersNot: /other subnets/,
    },
    {
      name: 'notes an empty subnet of a zone that the pool leaves out',
      world: { ...empty, nodepools: [inZones('NotIn', 'eu-west-1a')] },
      ...noted,
    },
    {
      name: 'notes an empty subnet that no class has found',
      world: { ...empty, ec2nodeclasses: [classOf('subnet-other')] },
      ...noted,
      offers: 'not known',
      offersNot: /other subnets/,
    },
    ...(['nodepools', 'ec2nodeclasses'] as const).map(source => ({
      name: `warns of nothing that cannot be read: ${source}`,
      world: {
        ...empty,
        ec2nodeclasses: [classOf(ledger.subnetId, 'subnet-other')],
      },
      states: { [source]: 'forbidden' as const },
      ...noted,
      offers: 'not known',
      offersNot: /other subnets/,
    })),
    {
      name: 'leaves a subnet whose nodes get no addresses to their rule',
      world: {
        ...empty,
        ciliumnodes: [
          holding(10),
          kube.ciliumNode('node-b', {
            instance: kube.instance('b', {
              subnet: { ...kube.testCluster.subnets[0], cidr: '10.0.0.0/28' },
            }),
            enis: kube.enis([0]),
            stage: 'interfaces',
          }),
        ],
      },
      roomTrend: shrinking(0),
      state: 'pass',
    },
    {
      name: 'warns when a class has no other subnet',
      world: alone,
      roomTrend: lasting(47),
      said: ['warning Cluster/test'],
      says: 'within 47 h, if nodes go on as in the last days: at most',
      offers: 'describe-subnets',
    },
    {
      name: 'warns when the other subnet of a class is empty',
      world: {
        ...alone,
        ciliumnodes: [ciliumNode(), inEmptySubnet],
        ec2nodeclasses: [classOf(ledger.subnetId, 'subnet-b')],
      },
      roomTrend: lasting(47),
      said: ['info Cluster/test', 'warning Cluster/test'],
    },
    {
      name: 'is info when nodes can start in another subnet',
      world: { ec2nodeclasses: [classOf(ledger.subnetId, 'subnet-other')] },
      roomTrend: lasting(47),
      said: ['info Cluster/test'],
    },
    {
      name: 'passes for addresses that last longer',
      world: alone,
      roomTrend: lasting(49),
      state: 'pass',
    },
    {
      name: 'passes for free addresses that grow',
      world: alone,
      roomTrend: shrinking(-2),
      state: 'pass',
    },
    {
      name: 'passes before samples of a day exist',
      world: alone,
      roomTrend: shrinking(left / 10, 23),
      state: 'pass',
    },
    {
      name: 'passes for a subnet without samples',
      world: alone,
      roomTrend: { version: 1, samples: [] },
      state: 'pass',
    },
    { name: 'is unknown without samples', world: alone, state: 'unknown' },
    {
      name: 'does not apply without interfaces of EC2',
      world: {
        configmaps: [ciliumConfigMap({ ipam: 'cluster-pool' })],
        ciliumnodes: [ciliumNode()],
      },
      roomTrend: lasting(10),
      state: 'notApplicable',
    },
  ],
  { healthy: 'unknown' },
);

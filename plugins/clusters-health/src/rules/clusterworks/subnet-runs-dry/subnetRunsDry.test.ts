import { describeRule } from '../../../testing/describeRule';
import {
  ciliumConfigMap,
  ciliumNode,
  nodeClass,
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

describeRule(
  subnetRunsDry,
  [
    {
      name: 'warns when a class has no other subnet',
      world: alone,
      roomTrend: lasting(47),
      said: ['warning Cluster/test'],
      says: 'within 47 h, if nodes go on as in the last days: at most',
      offers: 'describe-subnets',
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

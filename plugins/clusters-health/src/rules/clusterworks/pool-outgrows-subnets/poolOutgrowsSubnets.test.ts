import { subnetRunwayNodes } from '../../../model/addresses';
import { ledgersOf } from '../../../model/addresses/ledgersOf';
import { ClusterState } from '../../../model/ClusterState';
import { describeRule } from '../../../testing/describeRule';
import {
  ciliumConfigMap,
  healthyWorld,
  nodeClaim,
  nodeClass,
  nodePool,
  NOW,
  snapshotOf,
} from '../../../testing/world';
import { poolOutgrowsSubnets } from './poolOutgrowsSubnets';

const [ledger] = ledgersOf(
  new ClusterState(snapshotOf(healthyWorld()), Date.parse(NOW)),
).values();
const room = subnetRunwayNodes(ledger) ?? 0;

/**
 * A pool with one node of four cores that may add the given number of nodes.
 */
const growing = (more: number, spec: Record<string, unknown> = {}) =>
  nodePool('general', {
    spec: { limits: { cpu: String(4 * (more + 1)) }, ...spec },
    status: { resources: { cpu: '4' } },
  });
const claims = [nodeClaim('general-1', { status: { capacity: { cpu: '4' } } })];
const classOf = (...ids: string[]) => [
  nodeClass('default', {
    status: { subnets: ids.map(id => ({ id, zone: 'eu-west-1a' })) },
  }),
];
const world = {
  nodeclaims: claims,
  ec2nodeclasses: classOf(ledger.subnetId),
};

describeRule(
  poolOutgrowsSubnets,
  [
    {
      name: 'notes that limits allow more nodes than addresses do',
      world: { ...world, nodepools: [growing(room + 1)] },
      said: ['info NodePool/general'],
      says: `may still add ${
        room + 1
      } nodes by its limits, but its subnets have room for at most ${room}`,
      offers: 'describe-subnets',
    },
    {
      name: 'passes when all nodes have room',
      world: { ...world, nodepools: [growing(room)] },
      state: 'pass',
    },
    {
      name: 'is unknown when a subnet is not known',
      world: {
        ...world,
        nodepools: [growing(room + 1)],
        ec2nodeclasses: classOf(ledger.subnetId, 'subnet-unseen'),
      },
      state: 'unknown',
      says: 'no node shows how large subnet subnet-unseen is',
    },
    {
      name: 'passes for a pool without limits',
      world: {
        ...world,
        nodepools: [growing(room + 1, { limits: undefined })],
      },
      state: 'pass',
    },
    {
      name: 'passes for a static pool',
      world: { ...world, nodepools: [growing(room + 1, { replicas: 1 })] },
      state: 'pass',
    },
    {
      name: 'does not apply without interfaces of EC2',
      world: {
        configmaps: [ciliumConfigMap({ ipam: 'cluster-pool' })],
      },
      state: 'notApplicable',
    },
  ],
  { base: { ...healthyWorld(), ...world, nodepools: [growing(1)] } },
);

import {
  healthyWorld,
  type Json,
  merge,
  node,
  nodePool,
  NOW,
  pod,
  snapshotOf,
} from '../testing/world';
import { drainPlan } from './drainPlan';

const LEAVES = 'node-general-1';
const STAYS = 'node-general-2';

/** A pod that leaves, with some fields of its spec. */
const leaving = (spec: Json = {}, name = 'web-1') =>
  merge(pod(name) as never, { spec });
const requests = (cpu: string, memory = '1Gi') => ({
  containers: [{ name: 'app', resources: { requests: { cpu, memory } } }],
});
const taken = (cpu: string) =>
  merge(pod('big', { node: STAYS }) as never, { spec: requests(cpu) });
const world = (pods: unknown[], change = {}) => ({
  ...healthyWorld(),
  nodes: [node(), node('general-2')],
  pods,
  ...change,
});
const full = taken('100');
const selecting = (labels: Json) => ({ nodeSelector: labels });
const term = (operator: string, key: string, values?: string[]) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key, operator, values }] }],
      },
    },
  },
});
const antiAffinity = {
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'x' }],
    },
  },
};
const claim = {
  volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'd' } }],
};
const inZone = (name: string, zone: string) =>
  merge(node(name) as never, {
    metadata: { labels: { 'topology.kubernetes.io/zone': zone } },
  });
const poolWith = (spec: Json) => [nodePool('general', { spec })];
const tainted = [{ key: 'team', value: 'x', effect: 'NoSchedule' }];

const place = (pods: unknown[], change = {}) => {
  const plan = drainPlan(snapshotOf(world(pods, change)), [LEAVES], NOW);
  return plan.pods.find(({ pod: name }) => name === 'default/web-1');
};

describe('where the pods of a drained node go', () => {
  it.each<[string, unknown[], object, object]>([
    ['a node has room', [leaving()], {}, { goes: 'fits', to: STAYS }],
    [
      'no node has room, a pool starts one',
      [leaving(), full],
      {},
      { goes: 'newNode', to: 'general' },
    ],
    [
      'the only other node is cordoned',
      [leaving()],
      {
        nodes: [
          node(),
          merge(node('general-2') as never, { spec: { unschedulable: true } }),
        ],
      },
      { goes: 'newNode', to: 'general' },
    ],
    [
      'the other node has a taint',
      [leaving()],
      {
        nodes: [
          node(),
          merge(node('general-2') as never, { spec: { taints: tainted } }),
        ],
      },
      { goes: 'newNode', to: 'general' },
    ],
    [
      'it tolerates the taint',
      [leaving({ tolerations: [{ key: 'team', operator: 'Exists' }] })],
      {
        nodes: [
          node(),
          merge(node('general-2') as never, { spec: { taints: tainted } }),
        ],
      },
      { goes: 'fits', to: STAYS },
    ],
    [
      'it selects a pool that nobody has',
      [leaving(selecting({ 'karpenter.sh/nodepool': 'gone' }))],
      {},
      { goes: 'nowhere', why: expect.stringContaining('NodePool general') },
    ],
    [
      'it selects the pool by affinity',
      [leaving(term('In', 'karpenter.sh/nodepool', ['general']))],
      {},
      { goes: 'fits', to: STAYS },
    ],
    [
      'it selects a label that is not kept of nodes',
      [leaving(selecting({ 'example.com/team': 'x' }))],
      {},
      { goes: 'unknown', why: expect.stringContaining('does not keep') },
    ],
    [
      'its affinity to other pods is not computed',
      [leaving(antiAffinity)],
      {},
      { goes: 'unknown', why: expect.stringContaining('over other pods') },
    ],
    [
      'the pool is at its limit',
      [leaving(), full],
      {
        nodepools: [
          merge(
            nodePool('general', { spec: { limits: { cpu: '8' } } }) as never,
            {
              status: { resources: { cpu: '8' } },
            },
          ),
        ],
      },
      { goes: 'nowhere', why: expect.stringContaining('is at its limit') },
    ],
    [
      'the pool is close to its limit',
      [leaving(), full],
      {
        nodepools: [
          merge(
            nodePool('general', {
              spec: { limits: { cpu: '8500m' } },
            }) as never,
            { status: { resources: { cpu: '8' } } },
          ),
        ],
      },
      { goes: 'unknown', why: expect.stringContaining('close to its limit') },
    ],
    [
      'no type is large enough',
      [leaving(requests('100000'))],
      {},
      { goes: 'nowhere', why: expect.stringContaining('large enough') },
    ],
    [
      'the pools were not read',
      [leaving(), full],
      { nodepools: 'forbidden' },
      { goes: 'unknown', why: 'NodePools could not be read' },
    ],
  ])('%s', (_, pods, change, expected) => {
    expect(place(pods, change)).toMatchObject(expected);
  });

  it('keeps a pod with a volume in its zone', () => {
    const zone = 'eu-west-1a';
    const home = inZone('general-1', zone);
    const pods = [leaving(claim)];
    expect(
      place(pods, { nodes: [home, inZone('general-2', zone)] })?.goes,
    ).toBe('fits');
    const pools = poolWith({
      template: {
        spec: {
          requirements: [
            {
              key: 'topology.kubernetes.io/zone',
              operator: 'In',
              values: ['eu-west-1b'],
            },
          ],
        },
      },
    });
    expect(
      place(pods, {
        nodes: [home, inZone('general-2', 'eu-west-1b')],
        nodepools: pools,
      }),
    ).toMatchObject({
      goes: 'unknown',
      why: expect.stringContaining(`nothing in ${zone} takes it`),
    });
  });

  it('gives room away once only', () => {
    const half = (name: string) => leaving(requests('60'), name);
    const room = merge(node('general-2') as never, {
      status: { allocatable: { cpu: '64', memory: '256Gi', pods: '99' } },
    });
    const plan = drainPlan(
      snapshotOf(
        world([half('web-1'), half('web-2')], { nodes: [node(), room] }),
      ),
      [LEAVES],
      NOW,
    );
    expect(plan.totals).toEqual({
      fits: 1,
      newNode: 1,
      nowhere: 0,
      unknown: 0,
    });
  });

  it('does not place pods on a node that is drained, too', () => {
    const plan = drainPlan(
      snapshotOf(world([leaving()])),
      [LEAVES, STAYS, STAYS],
      NOW,
    );
    expect(plan.nodes.map(each => [each.node, each.pods])).toEqual([
      [LEAVES, 1],
      [STAYS, 0],
    ]);
    expect(plan.pods[0]).toMatchObject({ goes: 'newNode', to: 'general' });
  });

  it.each(['nodes', 'pods', 'poddisruptionbudgets'] as const)(
    'makes no plan without %s',
    source => {
      const plan = drainPlan(
        snapshotOf({ ...healthyWorld(), [source]: 'forbidden' }),
        [LEAVES],
        NOW,
      );
      expect(plan).toMatchObject({
        unread: `${source}: forbidden`,
        ...{ nodes: [], pods: [] },
      });
    },
  );

  it('says of a name that no node has it', () => {
    const plan = drainPlan(snapshotOf(healthyWorld()), ['node-typo'], NOW);
    expect(plan.nodes[0].incomplete).toBe('there is no node node-typo');
  });
});

import {
  ago,
  healthyWorld,
  node,
  nodeClaim,
  nodePool,
  NOW,
  pod,
  snapshotOf,
} from '../testing/world';
import { costShares } from './costShares';

const spot = { metadata: { labels: { 'karpenter.sh/capacity-type': 'spot' } } };
const world = {
  ...healthyWorld(),
  nodes: [
    node('general-1'),
    node('general-2', spot),
    node('general-3', spot),
    node('system', {
      metadata: { labels: { 'karpenter.sh/nodepool': undefined } },
    }),
  ],
  nodeclaims: [
    nodeClaim('general-1'),
    nodeClaim('general-2', { status: { lastPodEventTime: ago(90) } }),
    nodeClaim('general-3'),
  ],
  nodepools: [
    nodePool(),
    nodePool('gpu', {
      spec: {
        limits: { 'nvidia.com/gpu': '8' },
        disruption: {
          consolidationPolicy: 'WhenEmpty',
          consolidateAfter: '30m',
        },
      },
    }),
  ],
  pods: [
    pod('big', {
      spec: {
        containers: [
          {
            name: 'a',
            resources: { requests: { cpu: '1500m', memory: '1Gi' } },
          },
        ],
      },
    }),
    pod('small', { spec: { nodeName: 'node-general-3' } }),
    pod('agent', {
      metadata: {
        ownerReferences: [{ kind: 'DaemonSet', name: 'x', uid: 'x' }],
      },
      spec: { nodeName: 'node-general-2' },
    }),
  ],
};

const starting = {
  metadata: { labels: { 'karpenter.sh/initialized': undefined } },
};

describe('costShares', () => {
  const shares = costShares(snapshotOf(world), NOW);

  it('gives the share of spot vCPUs among the nodes of Karpenter', () => {
    expect(shares.spotShare).toEqual({ certainty: 'exact', value: 2 / 3 });
  });

  it('finds empty nodes and sums up their hours', () => {
    expect(shares.empty).toMatchObject([
      { node: 'node-general-2', hours: 1.5 },
    ]);
    expect(shares.emptyNodeHours).toEqual({
      certainty: 'estimate',
      value: 1.5,
    });
  });

  it.each([
    ['counts once it has started', {}, ['node-general-9']],
    ['does not count while it starts', starting, []],
  ])('an empty node %s', (_, values, expected) => {
    const own = { ...world, nodes: [node('general-9', values)], pods: [] };
    const { empty } = costShares(snapshotOf(own), NOW);
    expect(empty.map(one => one.node)).toEqual(expected);
  });

  it('finds underutilised nodes', () => {
    expect(shares.underutilized.map(one => one.node)).toEqual([
      'node-general-3',
    ]);
  });

  it('gives the consolidation settings of each pool, and the reason', () => {
    expect(shares.pools).toMatchObject([
      {
        pool: 'general',
        consolidation: { policy: 'WhenEmptyOrUnderutilized' },
      },
      {
        pool: 'gpu',
        consolidation: {
          after: '30m',
          why: expect.stringContaining('only empty'),
        },
        gpu: { why: expect.stringContaining('costly to restart') },
      },
    ]);
    expect(shares.pools[0].gpu).toBeUndefined();
  });

  it('is unknown without pods, never zero', () => {
    const blind = costShares(snapshotOf(world, { pods: 'forbidden' }), NOW);
    expect(blind.emptyNodeHours).toEqual({
      certainty: 'unknown',
      reason: 'pods: forbidden',
      code: 'source',
      params: { source: 'pods', state: 'forbidden' },
    });
    expect(blind.empty).toEqual([]);
  });
});

import type { Measure } from '@clusterworks/plugin-clusters-common';
import {
  ciliumNode,
  clusterOf,
  healthy,
  node,
} from '../testing/cilium/testCluster';
import {
  healthyWorld,
  node as poolNode,
  NOW,
  snapshotOf,
} from '../testing/world';
import { atLeast, atMost, estimate, exact } from './measures';
import { viewCluster } from './viewCluster';

const ciliumOf = (change: Parameters<typeof clusterOf>[0]) =>
  viewCluster(clusterOf({ ...healthy(), ...change }), NOW).cilium;
const endpoint = (name: string, state?: string) => ({
  metadata: { name, namespace: 'default' },
  ...(state && { status: { state } }),
});

describe('the nodes of a subnet', () => {
  it('have what they hold and use there', () => {
    const [subnet] =
      ciliumOf({
        nodes: [node('a'), node('b')],
        ciliumnodes: [
          ciliumNode('a'),
          ciliumNode('b', { enis: [9, 9], used: 7 }),
        ],
      }).subnets ?? [];
    // Each interface also holds its own address.
    expect(subnet.warm).toEqual({ certainty: 'exact', value: 8 + 11 });
    expect(subnet.byNode).toEqual([
      { node: 'a', held: 14, own: 2, used: 4 },
      { node: 'b', held: 20, own: 2, used: 7 },
    ]);
  });

  it('do not say what they use before their agent does', () => {
    const [subnet] =
      ciliumOf({ ciliumnodes: [ciliumNode('a', { used: 0 })] }).subnets ?? [];
    expect(subnet.byNode).toEqual([
      { node: 'a', held: 14, own: 2, used: undefined },
    ]);
    expect(subnet.used.certainty).toBe('unknown');
  });
});

describe('a CiliumNode', () => {
  const nodeOf = (options: Parameters<typeof ciliumNode>[1]) =>
    ciliumOf({ ciliumnodes: [ciliumNode('a', options)] }).nodes[0];

  it('has its interfaces, each with what is used of it', () => {
    const { interfaces = [], createdAt } = nodeOf({ enis: [9, 3], used: 4 });
    expect(interfaces.map(({ addresses }) => addresses)).toEqual([9, 3]);
    expect(interfaces.every(({ subnetId }) => subnetId)).toBe(true);
    expect(interfaces.map(({ used }) => used)).toEqual([4, 0]);
    expect(createdAt).toBeDefined();
  });

  it('does not say what it uses of them before its agent does', () => {
    const { interfaces = [] } = nodeOf({ used: 0 });
    expect(interfaces.map(({ used }) => used)).toEqual([undefined, undefined]);
  });

  it('says nothing of interfaces before the operator wrote them', () => {
    expect(nodeOf({ noStatus: true }).interfaces).toBeUndefined();
  });
});

describe('endpoints', () => {
  const statesOf = (...states: (string | undefined)[]) =>
    ciliumOf({
      ciliumendpoints: states.map((state, index) =>
        endpoint(`pod-${index}`, state),
      ),
    }).endpoints;

  it('are counted by state, the most frequent one first', () => {
    expect(statesOf('regenerating', 'ready', 'ready', undefined)).toEqual({
      total: { certainty: 'exact', value: 4 },
      states: [
        { state: 'ready', count: 2 },
        { state: '', count: 1 },
        { state: 'regenerating', count: 1 },
      ],
    });
  });

  it('are bounded, whatever a cluster writes', () => {
    const states = Array.from({ length: 40 }, (_, index) => `state-${index}`);
    expect(statesOf(...states)?.states).toHaveLength(12);
    expect(statesOf('x'.repeat(500))?.states[0].state).toHaveLength(40);
  });

  it('are not known where they may not be read', () => {
    const snapshot = snapshotOf(healthyWorld(), {
      ciliumendpoints: 'forbidden',
    });
    expect(viewCluster(snapshot, NOW).cilium.endpoints).toMatchObject({
      total: { certainty: 'unknown' },
      states: [],
    });
  });

  it('are absent where the cluster has no such objects', () => {
    const snapshot = snapshotOf(healthyWorld(), {
      ciliumendpoints: 'notInstalled',
    });
    expect(viewCluster(snapshot, NOW).cilium.endpoints).toBeUndefined();
  });
});

describe('idle nodes', () => {
  it.each<[string, string[], Measure, Measure]>([
    ['all are read', [], exact(1), exact(1)],
    ['nodes are missing', ['nodes'], atLeast(1), atLeast(1)],
    ['pods are missing', ['pods'], atMost(1), estimate(1)],
    [
      'both are missing',
      ['nodes', 'pods'],
      ...([estimate(1), estimate(1)] as const),
    ],
  ])('are bounds when %s', (_, missing, empty, underutilized) => {
    const snapshot = snapshotOf({
      ...healthyWorld(),
      nodes: [poolNode('general-1'), poolNode('general-2')],
    });
    for (const source of missing as ('nodes' | 'pods')[]) {
      snapshot.resources[source].unreadable = 1;
    }
    const { idle } = viewCluster(snapshot, NOW).karpenter;
    expect(idle).toMatchObject({ empty, underutilized });
  });

  const idleOf = (states = {}) =>
    viewCluster(
      snapshotOf(
        {
          ...healthyWorld(),
          nodes: [poolNode('general-1'), poolNode('general-2')],
        },
        states,
      ),
      NOW,
    ).karpenter.idle;

  it('are counted, and not known without pods', () => {
    expect(idleOf()?.empty).toEqual({ certainty: 'exact', value: 1 });
    expect(idleOf({ pods: 'forbidden' })).toMatchObject({
      empty: { certainty: 'unknown' },
      emptyNodeHours: { certainty: 'unknown' },
      underutilized: { certainty: 'unknown' },
    });
  });
});

import type {
  ClusterView,
  Measure,
  NodeClaimView,
} from '@clusterworks/plugin-clusters-common';
import { healthyWorld, NOW, pod, snapshotOf } from '../../testing/world';
import { drainPreviews } from '../drainPreview';
import { viewCluster } from '../viewCluster';
import { blastRadius, type ClusterDifference } from './blastRadius';
import fixture from './__fixtures__/karpenterEdits.json';
import type { RunningCluster } from './RunningCluster';

const now = Date.parse(NOW);
const versions = { kubernetes: '1.35', karpenter: '1.14.1' };
const [general, , nodeClass] = fixture.base;
const git = { manifests: [general, nodeClass], versions };

/** The pool with another value in `disruption` or in `template.spec`. */
const changed = (template: object, disruption: object = {}) => ({
  ...git,
  manifests: [
    {
      ...general,
      spec: {
        ...general.spec,
        disruption: { ...general.spec.disruption, ...disruption },
        template: {
          ...general.spec.template!,
          spec: { ...general.spec.template!.spec, ...template },
        },
      },
    },
    nodeClass,
  ],
});
const difference = (
  after: ClusterDifference['after'],
  rest: Partial<ClusterDifference> = {},
): ClusterDifference => ({
  before: git,
  after,
  fields: [],
  files: [],
  ...rest,
});

const claim = (number: number, more: object = {}): NodeClaimView => ({
  name: `general-${number}`,
  nodePool: 'general',
  node: `node-general-${number}`,
  instanceType: 'm6i.large',
  stage: 'ready',
  initializedAt: NOW,
  drifted: false,
  ...more,
});
const view = viewCluster(snapshotOf(healthyWorld()), NOW);
const running = (
  nodeClaims: NodeClaimView[] | undefined,
  room: Measure = { certainty: 'atMost', value: 5 },
): RunningCluster & { view: ClusterView } => ({
  observedAt: NOW,
  view: {
    ...view,
    karpenter: {
      ...view.karpenter,
      nodeClaims,
      bootTimes: [{ stage: 'total', samples: 3, p50: 90, p95: 120 }],
    },
    cilium: { ...view.cilium, room: { ...view.cilium.room, nodes: room } },
  },
});
const twenty = Array.from({ length: 20 }, (_, index) => claim(index + 1));
const shorter = changed({ expireAfter: '360h' });
const drain = () => ({
  node: 'n',
  evicted: ['default/a', 'default/b'],
  blocked: [],
  losesLocalData: [],
  unowned: [],
});

describe('blastRadius', () => {
  it('counts nodes, pods, rounds and addresses', () => {
    const found = blastRadius(
      difference(shorter),
      { ...running(twenty), drain },
      now,
    );
    expect(found).toMatchObject({
      observedAt: NOW,
      nodes: { certainty: 'exact', value: 20 },
      alreadyDrifted: 0,
      pods: { certainty: 'exact', value: 40 },
      heldTotal: { certainty: 'exact', value: 0 },
      causes: [
        {
          reason: 'NodePoolDrifted',
          object: 'NodePool/general',
          fields: ['template.spec.expireAfter'],
          nodes: { certainty: 'exact', value: 20 },
        },
      ],
      // 10 % of 20 nodes at once, 10 rounds of at least 90 s.
      paces: [
        {
          nodePool: 'general',
          nodes: 20,
          atOnce: { certainty: 'exact', value: 2 },
          budget: '10%',
        },
      ],
      seconds: { certainty: 'atLeast', value: 900 },
      addresses: { state: 'fits', needed: { certainty: 'exact', value: 2 } },
    });
    expect(found.names).toHaveLength(20);
  });

  it('needs no node for a change of behaviour', () => {
    const calmer = changed({}, { budgets: [{ nodes: '0' }] });
    expect(blastRadius(difference(calmer), running(twenty), now)).toMatchObject(
      {
        nodes: { certainty: 'exact', value: 0 },
        pods: { certainty: 'exact', value: 0 },
        seconds: { certainty: 'exact', value: 0 },
        addresses: { state: 'notNeeded' },
        behaviour: [
          { object: 'NodePool/general', field: 'disruption.budgets' },
        ],
      },
    );
  });

  it.each<[string, object, Measure, Measure]>([
    [
      'a budget of 0 without an end',
      { budgets: [{ nodes: '0' }] },
      { certainty: 'exact', value: 0 },
      { certainty: 'unknown', reason: expect.stringContaining('budget of 0') },
    ],
    [
      'a budget that cannot be parsed',
      { budgets: [{ nodes: 'few' }] },
      { certainty: 'unknown', reason: expect.any(String) },
      { certainty: 'unknown', reason: expect.any(String) },
    ],
    [
      'a window of two hours that began an hour ago',
      {
        budgets: [
          {
            nodes: '0',
            schedule: '0 9 * * *',
            duration: '2h',
          },
        ],
      },
      { certainty: 'exact', value: 0 },
      { certainty: 'atLeast', value: 3600 },
    ],
  ])('%s', (_, disruption, atOnce, seconds) => {
    const after = changed({ expireAfter: '360h' }, disruption);
    const at = Date.parse('2026-11-22T10:00:00Z');
    const found = blastRadius(difference(after), running(twenty), at);
    expect(found.paces[0].atOnce).toEqual(atOnce);
    expect(found.seconds).toEqual(seconds);
  });

  it.each<[string, Measure, string]>([
    ['no room', { certainty: 'atMost', value: 1 }, 'short'],
    ['just enough', { certainty: 'atMost', value: 2 }, 'fits'],
    ['unknown room', { certainty: 'unknown', reason: 'x' }, 'unknown'],
  ])('says whether the addresses suffice: %s', (_, room, state) => {
    const found = blastRadius(difference(shorter), running(twenty, room), now);
    expect(found.addresses.state).toBe(state);
  });

  it('names the pods that hold nodes', () => {
    const world = {
      ...healthyWorld(),
      pods: [
        pod('pinned', {
          metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
        }),
        pod('free'),
      ],
      poddisruptionbudgets: [],
    };
    const found = blastRadius(
      difference(shorter),
      { ...running([claim(1)]), drain: drainPreviews(snapshotOf(world), NOW) },
      now,
    );
    expect(found).toMatchObject({
      pods: { certainty: 'exact', value: 2 },
      held: [
        {
          node: 'node-general-1',
          pod: 'default/pinned',
          why: 'do-not-disrupt',
        },
      ],
      heldTotal: { certainty: 'exact', value: 1 },
    });
  });

  it('does not call pods that were not read held by nobody', () => {
    const world = snapshotOf({
      ...healthyWorld(),
      poddisruptionbudgets: 'forbidden',
    });
    const found = blastRadius(
      difference(shorter),
      { ...running([claim(1)]), drain: drainPreviews(world, NOW) },
      now,
    );
    expect(found.pods.certainty).toBe('unknown');
    expect(found.heldTotal.certainty).toBe('unknown');
  });

  it.each<[string, RunningCluster]>([
    ['never read', { unread: 'the cluster is not provisioned' }],
    ['NodeClaims forbidden', running(undefined)],
    ['an old look', { ...running([]), unread: 'last seen 5 min ago' }],
  ])('is unknown, never 0: %s', (_, cluster) => {
    const found = blastRadius(difference(shorter), cluster, now);
    for (const measure of [
      found.nodes,
      found.pods,
      found.heldTotal,
      found.seconds,
      found.addresses.needed,
      found.causes[0].nodes,
    ]) {
      expect(measure.certainty).toBe('unknown');
    }
    expect(found.addresses.state).toBe('unknown');
  });

  it('leaves out nodes that go anyway and pools of others', () => {
    const others = [
      claim(1, { drainingSince: NOW }),
      claim(2, { nodePool: 'of-somebody-else' }),
      claim(3, { drifted: true }),
    ];
    expect(
      blastRadius(difference(shorter), running(others), now),
    ).toMatchObject({
      nodes: { certainty: 'exact', value: 1 },
      names: ['node-general-3'],
      alreadyDrifted: 1,
    });
  });

  it('is a lower bound where Karpenter may find other objects', () => {
    const after = {
      ...shorter,
      manifests: [
        general,
        { ...nodeClass, spec: { ...nodeClass.spec, subnetSelectorTerms: [] } },
      ],
    };
    expect(blastRadius(difference(after), running(twenty), now)).toMatchObject({
      nodes: { certainty: 'atLeast', value: 0 },
      causes: [{ reason: 'SubnetDrift', undecided: 20 }],
      pods: { certainty: 'unknown' },
      heldTotal: { certainty: 'unknown' },
      seconds: { certainty: 'unknown' },
      addresses: { state: 'unknown' },
    });
  });

  it('lists nodes that expire during a freeze', () => {
    const frozenUntil = '2026-12-24T18:00Z';
    const after = { ...git, frozenUntil };
    const day = (number: number) => `2026-11-${number}T18:00:00Z`;
    const living = [
      // With 720h these expire on 22 and 24 December.
      claim(1, { createdAt: day(24) }),
      claim(2, { createdAt: day(22) }),
      // At the very end of the freeze, and one of which nothing is known.
      claim(3, { createdAt: '2026-11-24T18:00:01Z' }),
      claim(4),
    ];
    const freezeOf = (claims: NodeClaimView[] | undefined) =>
      blastRadius(difference(after), running(claims), now).freeze;
    expect(freezeOf(living)).toEqual({
      until: frozenUntil,
      expiring: [{ node: 'node-general-2', at: '2026-12-22T18:00:00.000Z' }],
      expiringTotal: { certainty: 'atLeast', value: 1 },
    });
    expect(freezeOf(undefined)?.expiringTotal.certainty).toBe('unknown');
    expect(
      blastRadius(difference(git), running(living), now).freeze,
    ).toBeUndefined();
  });

  it('tells of pools that git no longer has', () => {
    const after = { ...git, manifests: [nodeClass] };
    expect(blastRadius(difference(after), running(twenty), now)).toMatchObject({
      nodes: { certainty: 'exact', value: 0 },
      removedPools: [
        { name: 'general', nodes: { certainty: 'exact', value: 20 } },
      ],
    });
  });
});

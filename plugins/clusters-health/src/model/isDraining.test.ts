import { assess } from '../assess/assess';
import { headlineOf } from '../assess/headlineOf';
import {
  ago,
  healthyWorld,
  type Json,
  NOW,
  nodePool,
  snapshotOf,
  waitingPod,
} from '../testing/world';
import type { World } from '../testing/world';

const atZero = { spec: { limits: { cpu: '0' } } };
const judge = (nodepools: World['nodepools']) =>
  assess(snapshotOf({ ...healthyWorld(), nodepools }), undefined, NOW)
    .assessment;

describe('a cluster that is being removed', () => {
  it.each([
    ['all pools have a limit of nothing', [nodePool('general', atZero)]],
    [
      'the limit is of nodes',
      [nodePool('general', { spec: { limits: { nodes: '0' } } })],
    ],
    ['a static pool has no node', [nodePool('a', { spec: { replicas: 0 } })]],
    [
      'pools are being deleted',
      [nodePool('a', { metadata: { deletionTimestamp: ago(3) } })],
    ],
    [
      'pools are labelled so',
      [
        nodePool('a', {
          metadata: { labels: { 'clusterworks.dev/phase': 'draining' } },
        }),
        nodePool('b', atZero),
      ],
    ],
  ] as [string, World['nodepools']][])('%s', (_, nodepools) => {
    expect(judge(nodepools).phase).toBe('draining');
  });

  it.each([
    ['one pool of two is turned off', [nodePool(), nodePool('gpu', atZero)]],
    [
      'a limit of one core',
      [nodePool('a', { spec: { limits: { cpu: '1' } } })],
    ],
    [
      'another label',
      [
        nodePool('a', {
          metadata: { labels: { 'clusterworks.dev/phase': 'running' } },
        }),
      ],
    ],
    ['there is no pool at all', []],
    ['pools cannot be read', 'forbidden'],
  ] as [string, World['nodepools']][])('is not meant: %s', (_, nodepools) => {
    expect(judge(nodepools).phase).toBe('running');
  });

  it('is drained once no NodeClaim is left, and only then', () => {
    const marked = [
      nodePool('general', {
        metadata: { labels: { 'clusterworks.dev/phase': 'draining' } },
        spec: { limits: { cpu: '0' } },
      }),
    ];
    const isDrained = (world: Partial<World>) => {
      const { assessment } = assess(
        snapshotOf({ ...healthyWorld(), nodepools: marked, ...world }),
        undefined,
        NOW,
      );
      expect(assessment.phase).toBe('draining');
      return assessment.drained ?? false;
    };
    expect(isDrained({})).toBe(false);
    expect(isDrained({ nodeclaims: [] })).toBe(true);
    expect(isDrained({ nodeclaims: 'forbidden' })).toBe(false);
    // A limit of 0 alone may be a mistake.
    const off = [nodePool('general', atZero)];
    expect(isDrained({ nodepools: off, nodeclaims: [] })).toBe(false);
  });

  it('is not critical without nodes, with pods that wait for hours', () => {
    const world = healthyWorld();
    const [own] = world.nodes as Json[];
    const { labels } = own.metadata as { labels: Record<string, string> };
    const { 'karpenter.sh/nodepool': _, ...systemLabels } = labels;
    const { assessment } = assess(
      snapshotOf({
        ...world,
        nodepools: [
          nodePool('general', {
            metadata: { labels: { 'clusterworks.dev/phase': 'draining' } },
            spec: { limits: { cpu: '0' } },
            status: { resources: { cpu: '0', nodes: '0' } },
          }),
        ],
        nodeclaims: [],
        nodes: [
          {
            ...own,
            metadata: { ...(own.metadata as Json), labels: systemLabels },
          },
        ],
        pods: [
          ...(world.pods as Json[]),
          waitingPod('web', 300),
          waitingPod('db', 300),
        ],
      }),
      undefined,
      NOW,
    );
    expect(assessment.findings.map(({ severity }) => severity)).not.toContain(
      'critical',
    );
    expect(assessment).toMatchObject({
      ...{ phase: 'draining', drained: true, verdict: 'healthy' },
    });
    expect(headlineOf(assessment).text).toContain('The cluster is drained');
  });

  it('is reported when nothing is wrong', () => {
    const label = { 'clusterworks.dev/phase': 'draining' };
    const assessment = judge([nodePool('a', { metadata: { labels: label } })]);
    expect(assessment.verdict).toBe('healthy');
    expect(headlineOf(assessment).text).toBe(
      'The cluster is being taken down: its pools launch nothing',
    );
  });
});

import type {
  Assessment,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { knownCluster } from '../__testUtils__/knownCluster';
import { rowView, toFleetRow } from './toFleetRow';

const finding = (rule: string, code: string) => ({
  ...{ rule, code, severity: 'warning' },
});

const assessment = {
  verdict: 'degraded',
  findings: [
    finding('nodepool-limit', 'karpenter/P3'),
    finding('nodepool-limit', 'karpenter/P3'),
    finding('subnet-runs-dry', 'cilium/D09'),
  ],
} as unknown as Assessment;

const view = (zones: (string | undefined)[], subnets?: string[]) =>
  ({
    versions: {},
    karpenter: { state: 'ok', nodePools: [] },
    nodeList: zones.map(zone => ({ zone })),
    cilium: { subnets: subnets?.map(zone => ({ zone })) },
  } as unknown as ClusterView);

const row = (
  parts: Partial<Parameters<typeof toFleetRow>[0]> = {},
): ReturnType<typeof toFleetRow> =>
  toFleetRow({
    cluster: knownCluster('web'),
    connection: { state: 'live' },
    headline: { text: '' },
    ...parts,
  });

describe('toFleetRow', () => {
  it('names each rule that found something once, by name and code', () => {
    expect(row({ assessment }).findings).toEqual({
      ...{ critical: 0, warning: 3, info: 0 },
      rules: [
        'cilium/D09',
        'karpenter/P3',
        'nodepool-limit',
        'subnet-runs-dry',
      ],
    });
    expect(row().findings.rules).toEqual([]);
  });

  it('has the end of a freeze, except of a cluster that is taken down', () => {
    const frozenUntil = '2026-12-24T18:00Z';
    const cluster = { ...knownCluster('web'), frozenUntil };
    expect(row({ cluster }).frozenUntil).toBe(frozenUntil);
    expect(
      row({ cluster: { ...cluster, isLeaving: true } }).frozenUntil,
    ).toBeUndefined();
  });

  it('calls a cluster without API server drained once git takes it down', () => {
    const connection = { state: 'notProvisioned' } as const;
    const building = { ...assessment, phase: 'building' } as Assessment;
    const parts = { connection, assessment: building };
    const leaving = { ...knownCluster('web'), isLeaving: true };
    expect(row({ ...parts, cluster: leaving })).toMatchObject({
      ...{ phase: 'draining', drained: true },
      headline: { text: expect.stringContaining('its files can be removed') },
    });
    expect(row(parts).phase).toBe('building');
    // An API server tells for itself.
    expect(
      row({
        cluster: leaving,
        assessment: { ...assessment, phase: 'draining' } as Assessment,
      }),
    ).toMatchObject({
      ...{ phase: 'draining', drained: undefined, headline: { text: '' } },
    });
    const drained = { ...assessment, phase: 'draining', drained: true };
    const seen = { cluster: leaving, assessment: drained as Assessment };
    expect(row(seen).drained).toBe(true);
    const gone = { state: 'unreachable' } as const;
    expect(row({ ...seen, connection: gone }).drained).toBeUndefined();
  });

  it('repeats no label that other fields hold', () => {
    const labels = { 'clusterworks.dev/region': 'eu-west-1', tier: 'gold' };
    const cluster = { ...knownCluster('web'), labels };
    expect(row({ cluster }).labels).toEqual({ tier: 'gold' });
    expect(row().labels).toBeUndefined();
  });

  it('lists components that depend on it, if it has an entity', () => {
    const cluster = (components?: string[]) =>
      row({ cluster: { ...knownCluster('web'), components } }).components;
    expect(cluster(['component:default/a'])).toEqual({
      listed: ['component:default/a'],
      total: 1,
    });
    expect(cluster([])).toEqual({ listed: [], total: 0 });
    expect(cluster(undefined)).toBeUndefined();
    const many = Array.from(
      { length: 60 },
      (_, index) => `component:x/${index}`,
    );
    expect(cluster(many)?.listed).toHaveLength(50);
    expect(cluster(many)?.total).toBe(60);
  });

  it('says what keeps nodes, and what the next Kubernetes waits for', () => {
    const seen = {
      ...view([]),
      versions: {
        ...{ kubernetes: '1.32.1', karpenter: '1.4.0', cilium: '1.18.14' },
      },
    };
    const blocker = { pod: 'shop/web-1', why: 'pdb', free: 'more replicas' };
    const heldNodes = [
      {
        ...{ node: 'a', why: 'drifted', since: '2026-11-20T00:00:00Z' },
        blockers: [blocker],
      },
    ];
    const looked = (karpenter: object) =>
      row({
        view: rowView({
          ...seen,
          karpenter: { ...seen.karpenter, ...karpenter },
        } as unknown as ClusterView),
      });
    expect(looked({ heldNodes })).toMatchObject({
      nextKubernetes: { version: '1.33', blockedBy: ['karpenter'] },
      heldBy: {
        listed: [
          {
            ...{ namespace: 'shop', workload: 'Pod/web-1', drifted: true },
            nodes: { certainty: 'exact', value: 1 },
          },
        ],
        total: 1,
      },
    });
    expect(looked({ heldNodes }).driftedSince).toBe('2026-11-20T00:00:00Z');
    expect(looked({ heldNodes: [] })).toMatchObject({
      heldBy: { listed: [], total: 0 },
      driftedSince: null,
    });
    // Without NodeClaims or pods it is not known.
    expect(looked({}).heldBy).toBeUndefined();
    expect(looked({}).driftedSince).toBeUndefined();
    expect(row().nextKubernetes).toBeUndefined();
  });

  it('has the zones of nodes and subnets, once and sorted', () => {
    const shown = rowView(view(['b', undefined, 'b'], ['c', 'a']));
    expect(row({ view: shown }).zones).toEqual(['a', 'b', 'c']);
    const zones = Array.from({ length: 90 }, (_, index) => `z${index}`);
    expect(row({ view: rowView(view(zones)) }).zones).toHaveLength(20);
    expect(row().zones).toBeUndefined();
  });

  it('does not call pods that were not read none', () => {
    expect(row().podsPending?.certainty).toBe('unknown');
  });
});

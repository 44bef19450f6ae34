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

  it('repeats no label that other fields hold', () => {
    const labels = { 'clusterworks.dev/region': 'eu-west-1', tier: 'gold' };
    const cluster = { ...knownCluster('web'), labels };
    expect(row({ cluster }).labels).toEqual({ tier: 'gold' });
    expect(row().labels).toBeUndefined();
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

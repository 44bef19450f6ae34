/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { readFileSync } from 'fs';
import { join } from 'path';
import Ajv from 'ajv';
import {
  ClusterSpec,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { readAssets } from '../assets/readAssets';
import { specs } from '../__testUtils__/specs';
import { hasShared, itWith, sharedDirectory } from '../__testUtils__/tools';
import { chartProblems } from '../__testUtils__/chartProblems';
import { ciliumValues } from './ciliumValues';

type Values = Record<string, any>;

/** Merges as Helm does: maps deeply, everything else replaced. */
function merge(base: Values, over: Values): Values {
  const result: Values = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const both =
      isMap(value) && isMap(result[key]) ? merge(result[key], value) : value;
    result[key] = both;
  }
  return result;
}
function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the owner of the release gives to the chart. */
function allValues(spec: ClusterSpec): Values {
  const base = parse(
    readAssets('platform/cilium')['platform/cilium/values.yaml'],
  ) as Values;
  return merge(merge(base, ciliumValues(resolveClusterSpec(spec))), {
    k8sServiceHost: 'ABC.gr7.eu-west-1.eks.amazonaws.com',
  });
}

/** The saved charts, and a Kubernetes and Karpenter that go with each. */
const charts = [
  { chart: '1.16.5', kubernetes: '1.30', karpenter: '1.5.8' },
  { chart: '1.17.18', kubernetes: '1.32', karpenter: '1.5.8' },
  { chart: '1.18.12', kubernetes: '1.33', karpenter: '1.8.8' },
  { chart: '1.19.6', kubernetes: '1.35', karpenter: '1.14.3' },
  // The values of 1.20.0, whose release is refused for its operator.
  {
    chart: '1.20.0',
    cilium: '1.20.4',
    kubernetes: '1.36',
    karpenter: '1.15.1',
  },
];

function withVersions(
  spec: ClusterSpec,
  { chart, cilium, kubernetes, karpenter }: (typeof charts)[number],
): ClusterSpec {
  return parseClusterSpec({
    ...spec,
    spec: {
      ...spec.spec,
      versions: { kubernetes, karpenter, cilium: cilium ?? chart },
      gitops: { argocd: false },
    },
  });
}

describe('ciliumValues', () => {
  it('names the cluster, never "default"', () => {
    const { cluster } = allValues(specs.minimal);
    expect(cluster).toEqual({ name: 'minimal', id: 0 });
    expect(allValues(specs.mesh).cluster).toEqual({ name: 'mesh', id: 5 });
  });

  it('masquerades only where nodes are in public subnets', () => {
    expect(allValues(specs.minimal).enableIPv4Masquerade).toBe(false);
    expect(allValues(specs['china-public'])).toMatchObject({
      enableIPv4Masquerade: true,
      bpf: { masquerade: true },
      ipv4NativeRoutingCIDR: '10.0.0.0/8',
    });
  });

  it.each([
    ['seed', 'helm'],
    ['prefixes', 'helm'],
    ['minimal', 'cronJob'],
    ['hardened', 'cronJob'],
  ])('makes the certificates of %s by %s', (name, method) => {
    expect(allValues(specs[name]).hubble.tls.auto.method).toBe(method);
  });

  it('lets old operators ask EC2 more often', () => {
    expect(allValues(specs.seed).ipam).toEqual({
      mode: 'eni',
      operator: { externalAPILimitQPS: 10, externalAPILimitBurstSize: 40 },
    });
    expect(allValues(specs.minimal).ipam).toEqual({ mode: 'eni' });
  });

  it('has what the options ask for, and nothing of what they do not', () => {
    expect(allValues(specs.prefixes).eni).toMatchObject({
      awsEnablePrefixDelegation: true,
      awsReleaseExcessIPs: true,
    });
    expect(allValues(specs.minimal).eni).not.toHaveProperty(
      'awsEnablePrefixDelegation',
    );
    expect(allValues(specs.mesh)).toMatchObject({
      encryption: { enabled: true, type: 'wireguard' },
      clustermesh: {
        config: {
          enabled: true,
          clusters: [{ name: 'latest' }, { name: 'prefixes' }],
        },
      },
    });
    expect(allValues(specs['mesh-alone']).clustermesh.config.enabled).toBe(
      false,
    );
    expect(allValues(specs.latest).hubble).toEqual({ enabled: false });
    expect(allValues(specs.latest).operator).not.toHaveProperty(
      'podDisruptionBudget',
    );
    expect(allValues(specs.minimal).operator.podDisruptionBudget).toEqual({
      enabled: true,
      maxUnavailable: 1,
    });
    expect(allValues(specs.minimal).prometheus).toEqual({ enabled: true });
    expect(allValues(specs.hardened).prometheus.serviceMonitor).toEqual({
      enabled: true,
      trustCRDsExist: true,
    });
  });

  describe.each(charts)('with chart $chart', versions => {
    const folder = `upstream/cilium-chart-${versions.chart}`;
    const read = (name: string) =>
      readFileSync(join(sharedDirectory, folder, name), 'utf8');

    itWith(hasShared(folder))(
      'fits its schema, has no unknown key and meets its fail rules, for every spec',
      () => {
        const validate = new Ajv({ strict: false, logger: false }).compile(
          JSON.parse(read('values.schema.json')),
        );
        const known = parse(read('values.yaml'));
        for (const [name, spec] of Object.entries(specs)) {
          const values = allValues(withVersions(spec, versions));
          validate(merge(known, values));
          expect([name, validate.errors]).toEqual([name, null]);
          expect([name, chartProblems(values, known, versions.chart)]).toEqual([
            name,
            [],
          ]);
        }
      },
    );
  });
});

describe('chartProblems', () => {
  const known = { a: { b: null, nodeSelector: { x: '1' } } };
  it.each([
    [{ a: { c: 1 } }, 'a.c is no value of the chart'],
    [{ kubeProxyReplacement: 'strict' }, 'kubeProxyReplacement'],
    [{ eni: { enabled: true }, cluster: { name: 'x', id: 200 } }, 'cluster.id'],
    [{ cluster: { name: 'default', id: 1 } }, 'cluster.name'],
    [{ hubble: { ui: { enabled: true } } }, 'hubble.ui'],
  ])('finds what is wrong with %j', (values, problem) => {
    expect(chartProblems(values, known, '1.19.6').join('\n')).toContain(
      problem,
    );
  });
  it('lets free maps be', () => {
    const values = {
      a: { nodeSelector: { y: '2' } },
      kubeProxyReplacement: true,
      cluster: { name: 'x', id: 0 },
      k8sServiceHost: 'h',
      routingMode: 'native',
      ipam: { mode: 'eni' },
      eni: { enabled: true },
    };
    expect(chartProblems(values, { ...known, ...values }, '1.19.6')).toEqual(
      [],
    );
  });
});

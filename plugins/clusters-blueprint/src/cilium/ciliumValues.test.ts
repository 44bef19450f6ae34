/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { sharedDirectory, sharedPath } from '@clusterworks/test-support';
import { readAssets } from '../assets/readAssets';
import { specs } from '../__testUtils__/specs';
import { itWith } from '../__testUtils__/tools';
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

/**
 * All values that the owner of the release (Terraform or Argo CD) gives to the
 * chart.
 */
function allValues(spec: ClusterSpec): Values {
  const base = parse(
    readAssets('platform/cilium')['platform/cilium/values.yaml'],
  ) as Values;
  return merge(merge(base, ciliumValues(resolveClusterSpec(spec))), {
    k8sServiceHost: 'ABC.gr7.eu-west-1.eks.amazonaws.com',
  });
}

/**
 * The saved charts, each with versions of Kubernetes and Karpenter that fit.
 */
const charts = [
  { chart: '1.16.5', kubernetes: '1.30', karpenter: '1.5.8' },
  { chart: '1.17.18', kubernetes: '1.32', karpenter: '1.5.8' },
  { chart: '1.18.12', kubernetes: '1.33', karpenter: '1.8.8' },
  {
    chart: '1.19.6',
    kubernetes: '1.35',
    karpenter: '1.14.3',
    adapters: true,
  },
  // Chart 1.20.0 is tested for its values, although its release is refused
  // because of a fault of its operator.
  {
    chart: '1.20.0',
    cilium: '1.20.4',
    kubernetes: '1.36',
    karpenter: '1.15.1',
    adapters: true,
  },
];

/** Elastic Fabric Adapters, which need Karpenter 1.11. */
function hasAdapters({ spec }: ClusterSpec): boolean {
  return (spec.karpenter?.nodePools ?? []).some(
    pool => 'efa' in pool && pool.efa,
  );
}

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

  it('raises the rate of EC2 requests for old operators', () => {
    expect(allValues(specs.seed).ipam).toEqual({
      mode: 'eni',
      operator: { externalAPILimitQPS: 10, externalAPILimitBurstSize: 40 },
    });
    expect(allValues(specs.minimal).ipam).toEqual({ mode: 'eni' });
  });

  it('has the values of the options that are on, and of no others', () => {
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

    itWith(sharedPath(folder))(
      'fits its schema, has no unknown key and meets its fail rules, for every spec',
      () => {
        const validate = new Ajv({ strict: false, logger: false }).compile(
          JSON.parse(read('values.schema.json')),
        );
        const known = parse(read('values.yaml'));
        for (const [name, spec] of Object.entries(specs)) {
          if (hasAdapters(spec) && !versions.adapters) {
            continue;
          }
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
  it('accepts any keys in free-form maps', () => {
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

describe('the network of pods', () => {
  it.each([
    ['seed', true],
    ['mesh-alone', undefined],
    ['minimal', undefined],
  ])('of %s reaches EKS Pod Identity', (name, hostLegacyRouting) => {
    expect(allValues(specs[name]).bpf?.hostLegacyRouting).toBe(
      hostLegacyRouting,
    );
  });

  it('keeps its masquerading on public nodes', () => {
    const spec: ClusterSpec = {
      ...specs.seed,
      spec: {
        ...specs.seed.spec,
        network: { vpcCidr: '10.2.0.0/16', nodesInPublicSubnets: true },
      },
    };
    expect(allValues(spec).bpf).toEqual({
      masquerade: true,
      hostLegacyRouting: true,
    });
  });

  it('stays in the subnets of an existing VPC that are named', () => {
    expect(allValues(specs['existing-vpc']).eni.subnetIDsFilter).toEqual(
      specs['existing-vpc'].spec.network.existing?.nodeSubnetIds,
    );
    expect(allValues(specs.minimal).eni).not.toHaveProperty('subnetIDsFilter');
  });
});

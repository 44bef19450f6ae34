import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clusterFolder, parseClusterFolder } from './clusterFolder';
import { clusterSpecJsonSchema } from './clusterSpecJsonSchema';
import { parseClusterStatusYaml } from './clusterStatusSchema';
import { parseClusterSpecYaml } from './parseClusterSpec';
import { resolveClusterSpec } from './resolveClusterSpec';

const load = (name: string) =>
  parseClusterSpecYaml(
    readFileSync(resolve(__dirname, '__fixtures__', `${name}.yaml`), 'utf8'),
  );

describe('resolveClusterSpec', () => {
  it('fills everything from the five required fields', () => {
    expect(resolveClusterSpec(load('minimal')).spec).toEqual({
      environment: 'dev',
      region: 'eu-west-1',
      partition: 'aws',
      dnsSuffix: 'amazonaws.com',
      accountId: undefined,
      tags: {},
      versions: {
        profile: 'stable',
        kubernetes: '1.35',
        karpenter: '1.14.3',
        cilium: '1.19.9',
        argocd: '3.5.7',
      },
      network: {
        vpcCidr: '10.41.0.0/16',
        secondaryCidrs: [],
        existing: undefined,
        ipamPoolId: undefined,
        zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
        natGateways: 'single',
        nodesInPublicSubnets: false,
        interfaceEndpoints: [],
        endpoint: {
          public: false,
          allowedCidrs: [],
          privateCidrs: ['10.41.0.0/16'],
        },
      },
      iam: { permissionsBoundaryArn: undefined, roleNamePrefix: '' },
      access: { adminRoleArns: [], portalRoleArn: undefined },
      logging: {
        controlPlane: [
          'api',
          'audit',
          'authenticator',
          'controllerManager',
          'scheduler',
        ],
        flowLogs: true,
        retentionDays: 90,
      },
      addons: {
        coreDns: { version: undefined },
        podIdentityAgent: { version: undefined },
        ebsCsiDriver: {
          enabled: false,
          version: undefined,
          kmsKeyArn: undefined,
        },
        snapshotController: { enabled: false, version: undefined },
        metricsServer: { enabled: false, version: undefined },
        loadBalancerController: { enabled: false, version: '3.5.0' },
        externalDns: {
          enabled: false,
          version: undefined,
          hostedZoneIds: [],
          domains: [],
        },
        certManager: {
          enabled: false,
          version: undefined,
          hostedZoneIds: [],
        },
      },
      systemNodes: {
        instanceTypes: ['m6i.large'],
        min: 2,
        max: 4,
        volume: { size: '50Gi', kmsKeyArn: undefined },
      },
      cilium: {
        prefixDelegation: false,
        encryption: 'none',
        hubble: true,
        clusterMesh: { enabled: false, id: 0, peers: [], peerCidrs: [] },
        networkPolicies: 'none',
      },
      karpenter: {
        namespace: 'kube-system',
        amiRelease: 'v20261112',
        bottlerocketRelease: undefined,
        registryMirrors: [],
        ownerTags: false,
        nodePools: [
          expect.objectContaining({
            name: 'general',
            preset: 'general',
            instanceCategories: ['m', 'c', 'r'],
            minGeneration: 6,
            preferOnDemand: false,
            limits: { cpu: '2000', memory: '4000Gi' },
            consolidation: {
              policy: 'WhenEmptyOrUnderutilized',
              after: '5m',
            },
            budgets: [{ nodes: '10%' }],
            expireAfter: '720h',
          }),
        ],
      },
      observability: { serviceMonitors: false, dashboards: false },
      hardening: { guardDuty: false, podDisruptionBudgets: true },
      gitops: { argocd: false, handedOver: false },
    });
  });

  it('prefers on-demand for GPUs, unless only one type is allowed', () => {
    const [, gpu] = resolveClusterSpec(load('payments-dev')).spec.karpenter
      .nodePools;
    expect(gpu).toMatchObject({
      instanceFamilies: ['g5', 'p4d', 'p5'],
      instanceCategories: [],
      preferOnDemand: true,
      consolidation: { policy: 'WhenEmpty', after: '30m' },
    });
    const spec = load('payments-dev');
    spec.spec.karpenter = {
      nodePools: [{ name: 'g', preset: 'gpu', capacityTypes: ['spot'] }],
    };
    expect(
      resolveClusterSpec(spec).spec.karpenter.nodePools[0].preferOnDemand,
    ).toBe(false);
  });

  it('does not change the spec', () => {
    const spec = load('payments-dev');
    const before = JSON.stringify(spec);
    const resolved = resolveClusterSpec(spec);
    resolved.spec.karpenter.nodePools[0].limits.cpu = '1';
    expect(JSON.stringify(spec)).toBe(before);
    expect(
      resolveClusterSpec(spec).spec.karpenter.nodePools[0].limits.cpu,
    ).toBe('2000');
  });
});

describe('clusterSpecJsonSchema', () => {
  it('is a closed draft-07 schema of the same fields', () => {
    const schema = clusterSpecJsonSchema() as any;
    expect(schema.$schema).toContain('draft-07');
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties.spec.required).toEqual([
      'environment',
      'region',
      'network',
    ]);
    expect(schema.properties.metadata.properties.name.pattern).toBeDefined();
  });
});

describe('clusterFolder', () => {
  it.each([
    ['clusters/dev/a/cluster.yaml', { environment: 'dev', name: 'a' }],
    ['clusters/dev/a', { environment: 'dev', name: 'a' }],
    ['clusters/dev', undefined],
    ['terraform/dev/a', undefined],
  ])('reads %s', (path, expected) => {
    expect(parseClusterFolder(path)).toEqual(expected);
  });

  it('writes what it reads', () => {
    const folder = { environment: 'dev', name: 'a' };
    expect(parseClusterFolder(clusterFolder(folder))).toEqual(folder);
  });
});

describe('parseClusterStatusYaml', () => {
  const text = `apiVersion: clusterworks.dev/v1alpha1
kind: ClusterStatus
metadata: { name: payments-dev }
status:
  eksName: payments-dev
  accountId: "123456789012"
  endpoint: https://ABC.gr7.eu-west-1.eks.amazonaws.com
  certificateAuthority: TFMwdA==
  interruptionQueue: payments-dev-karpenter
  appliedAt: "2026-11-22T10:00:00Z"
  later: true
`;

  it('reads a status and leaves unknown keys out', () => {
    const { status } = parseClusterStatusYaml(text);
    expect(status.eksName).toBe('payments-dev');
    expect(status).not.toHaveProperty('later');
  });

  it('lists all problems', () => {
    const broken = text
      .replace('"123456789012"', '123456789012')
      .replace('https:', 'http:');
    expect(() => parseClusterStatusYaml(broken)).toThrow(
      /status\.accountId: must be a string[^]*status\.endpoint: must be an https/,
    );
  });
});

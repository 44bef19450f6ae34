import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';

type Part<Key extends keyof ClusterSpec['spec']> = ClusterSpec['spec'][Key];

/** A spec from its name, its range and what makes it different. */
function spec(
  name: string,
  vpcCidr: string,
  parts: Partial<Omit<ClusterSpec['spec'], 'network'>> & {
    network?: Partial<Part<'network'>>;
  } = {},
): ClusterSpec {
  const { network, ...rest } = parts;
  return parseClusterSpec({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    metadata: { name, owner: 'group:default/platform' },
    spec: {
      environment: 'dev',
      region: 'eu-west-1',
      network: { vpcCidr, ...network },
      ...rest,
    },
  });
}

/**
 * Specs that together reach every branch of the renderer. The name of each
 * says what is special about it.
 */
export const specs: Record<string, ClusterSpec> = {
  minimal: spec('minimal', '10.0.0.0/16'),

  'general-gpu': spec('general-gpu', '10.1.0.0/16', {
    environment: 'prod',
    accountId: '123456789012',
    tags: { 'cost-center': '4711', team: 'a: b = c' },
    access: {
      adminRoleArns: ['arn:aws:iam::123456789012:role/admin'],
      portalRoleArn: 'arn:aws:iam::123456789012:role/backstage',
    },
    karpenter: {
      nodePools: [
        { name: 'general', preset: 'general' },
        { name: 'gpu', preset: 'gpu' },
      ],
    },
  }),

  seed: spec('seed', '10.2.0.0/16', {
    versions: { profile: 'seed' },
    karpenter: {
      namespace: 'karpenter',
      nodePools: [
        { name: 'general', preset: 'general' },
        { name: 'gpu', preset: 'gpu' },
      ],
    },
  }),

  latest: spec('latest', '10.3.0.0/16', {
    versions: { profile: 'latest' },
    cilium: { hubble: false },
    hardening: { podDisruptionBudgets: false },
  }),

  prefixes: spec('prefixes', '10.4.0.0/16', {
    versions: { kubernetes: '1.33', karpenter: '1.8.8', cilium: '1.18.14' },
    cilium: { prefixDelegation: true },
    karpenter: {
      nodePools: [{ name: 'general' }, { name: 'gpu', preset: 'gpu' }],
    },
  }),

  mesh: spec('mesh', '10.5.0.0/16', {
    cilium: {
      encryption: 'wireguard',
      clusterMesh: { enabled: true, id: 5, peers: ['latest', 'prefixes'] },
    },
  }),

  'mesh-alone': spec('mesh-alone', '10.6.0.0/16', {
    versions: { kubernetes: '1.31', karpenter: '1.5.8', cilium: '1.17.18' },
    cilium: { clusterMesh: { enabled: true, id: 127 } },
  }),

  custom: spec('custom', '172.16.0.0/20', {
    karpenter: {
      nodePools: [
        {
          name: 'build',
          preset: 'custom',
          architectures: ['arm64', 'amd64'],
          instanceFamilies: ['c7g', 'c7i', 'c7gd'],
          capacityTypes: ['spot'],
          limits: { cpu: '96', 'ephemeral-storage': '1Ti', nodes: '12' },
          consolidation: { policy: 'WhenEmpty', after: '1m30s' },
          budgets: [
            { nodes: '0', schedule: '0 8 * * mon-fri', duration: '10h' },
            { nodes: '20%', reasons: ['Empty', 'Drifted'] },
          ],
          requirements: [
            {
              key: 'karpenter.k8s.aws/instance-size',
              operator: 'NotIn',
              values: ['medium', 'large'],
            },
            {
              key: 'topology.kubernetes.io/zone',
              operator: 'In',
              values: ['eu-west-1a', 'eu-west-1b'],
              minValues: 2,
            },
            {
              key: 'karpenter.k8s.aws/instance-local-nvme',
              operator: 'Gte',
              values: ['100'],
            },
          ],
          taints: [
            { key: 'example.com/build', value: 'yes', effect: 'NoSchedule' },
            { key: 'slow', effect: 'PreferNoSchedule' },
          ],
          labels: { 'example.com/purpose': 'build', on: 'true' },
          weight: 7,
          expireAfter: '24h',
        },
      ],
    },
  }),

  'china-public': spec('china-public', '10.8.0.0/16', {
    region: 'cn-north-1',
    network: {
      nodesInPublicSubnets: true,
      endpoint: { public: true, allowedCidrs: ['198.51.100.0/24'] },
      zones: 2,
    },
    access: { portalRoleArn: 'arn:aws-cn:iam::123456789012:role/portal' },
  }),

  gov: spec('gov', '192.168.0.0/16', {
    region: 'us-gov-west-1',
    environment: 'prod-eu',
    network: {
      natGateways: 'perZone',
      zones: ['us-gov-west-1a', 'us-gov-west-1c'],
      secondaryCidrs: ['100.64.0.0/16'],
    },
    systemNodes: { instanceTypes: ['m7g.large'], min: 3, max: 6 },
  }),

  argocd: spec('argocd', '100.64.0.0/16', {
    gitops: { argocd: true },
    observability: { serviceMonitors: true, dashboards: true },
    karpenter: { namespace: 'karpenter' },
  }),

  hardened: spec('hardened', '10.9.0.0/22', {
    cilium: { networkPolicies: 'baseline', encryption: 'wireguard' },
    hardening: { guardDuty: true, podDisruptionBudgets: true },
    observability: { serviceMonitors: true },
    versions: { profile: 'latest' },
  }),

  'gpu-spot-only': spec('gpu-spot-only', '10.10.0.0/16', {
    karpenter: {
      nodePools: [
        {
          name: 'training',
          preset: 'gpu',
          capacityTypes: ['spot'],
          instanceFamilies: ['g6'],
          limits: { 'nvidia.com/gpu': '8' },
        },
      ],
    },
  }),

  efa: spec('efa', '10.7.0.0/16', {
    karpenter: {
      nodePools: [
        { name: 'general' },
        {
          name: 'training',
          preset: 'gpu',
          capacityTypes: ['on-demand'],
          efa: { instanceType: 'p5.48xlarge', placementGroup: 'training' },
          requirements: [
            {
              key: 'topology.kubernetes.io/zone',
              operator: 'In',
              values: ['eu-west-1b'],
            },
          ],
          limits: { 'nvidia.com/gpu': '64' },
        },
        {
          name: 'gpu',
          preset: 'gpu',
          efa: { instanceType: 'p4d.24xlarge' },
        },
      ],
    },
  }),

  everything: spec('everything', '10.13.0.0/16', {
    accountId: '123456789012',
    iam: {
      permissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/boundary',
      roleNamePrefix: 'team-',
    },
    addons: {
      coreDns: { version: 'v1.12.4-eksbuild.1' },
      podIdentityAgent: { version: 'v1.3.9-eksbuild.5' },
      ebsCsiDriver: {
        enabled: true,
        kmsKeyArn:
          'arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000',
      },
      snapshotController: { enabled: true },
      metricsServer: { enabled: true, version: 'v0.8.0-eksbuild.2' },
      loadBalancerController: { enabled: true },
      externalDns: {
        enabled: true,
        hostedZoneIds: ['Z0123456789ABCDEFGHIJ'],
        domains: ['example.com'],
      },
      certManager: { enabled: true, hostedZoneIds: ['Z0123456789ABCDEFGHIJ'] },
    },
    network: { interfaceEndpoints: ['ecr.api', 'ecr.dkr', 'sts'] },
    logging: { controlPlane: ['audit'], flowLogs: false, retentionDays: 7 },
    systemNodes: {
      volume: {
        size: '80Gi',
        kmsKeyArn:
          'arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000',
      },
    },
    cilium: { encryption: 'wireguard', networkPolicies: 'baseline' },
    observability: { serviceMonitors: true, dashboards: true },
    hardening: { guardDuty: true },
    gitops: { argocd: true },
    karpenter: {
      bottlerocketRelease: 'v1.50.0',
      registryMirrors: [
        {
          registry: 'docker.io',
          endpoints: ['https://mirror.example.com:5000'],
        },
      ],
      nodePools: [
        { name: 'general', preset: 'general', terminationGracePeriod: '48h' },
        {
          name: 'gpu',
          preset: 'gpu',
          volume: { size: '1000Gi', type: 'io2', iops: 20_000 },
        },
        {
          name: 'minimal-os',
          amiFamily: 'bottlerocket',
          volume: { size: '100Gi' },
          kubelet: {
            systemReserved: { memory: '200Mi' },
            kubeReserved: { cpu: '100m' },
          },
        },
      ],
    },
  }),

  'existing-vpc': spec('existing-vpc', '10.14.0.0/24', {
    network: {
      secondaryCidrs: ['100.64.0.0/16'],
      existing: {
        vpcId: 'vpc-0123456789abcdef0',
        nodeSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
        controlPlaneSubnetIds: [
          'subnet-0123456789abcdef2',
          'subnet-0123456789abcdef3',
        ],
      },
    },
  }),

  china: spec('china', '10.15.0.0/16', {
    region: 'cn-northwest-1',
    network: { ipamPoolId: 'ipam-pool-0123456789abcdef0' },
    access: { adminRoleArns: ['arn:aws-cn:iam::123456789012:role/admin'] },
  }),

  'many-pools': spec('many-pools', '10.11.0.0/16', {
    systemNodes: { min: 1, max: 1 },
    network: { secondaryCidrs: ['10.12.0.0/16', '100.64.0.0/20'] },
    karpenter: {
      nodePools: [
        {
          name: 'web',
          preferOnDemand: true,
          weight: 5,
          limits: { cpu: '1001', memory: '3Gi' },
        },
        {
          name: 'general',
          preset: 'general',
          instanceCategories: ['m'],
          minGeneration: 7,
          limits: {},
        },
        {
          name: 'default',
          preset: 'custom',
          instanceCategories: ['t'],
          expireAfter: 'Never',
          consolidation: { after: 'Never' },
          budgets: [],
        },
        {
          name: 'gpu',
          preset: 'gpu',
          preferOnDemand: false,
          instanceFamilies: ['g5'],
        },
      ],
    },
  }),

  draining: spec('draining', '10.16.0.0/16', {
    environment: 'prod',
    decommission: { stage: 'draining', reason: 'moved to payments-eu' },
    karpenter: {
      nodePools: [
        { name: 'general' },
        { name: 'gpu', preset: 'gpu' },
        { name: 'build', preset: 'custom', instanceFamilies: ['c7i'] },
      ],
    },
  }),
};

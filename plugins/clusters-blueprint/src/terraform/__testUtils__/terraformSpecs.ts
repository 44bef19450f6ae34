import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';

type Spec = ClusterSpec['spec'];

function clusterSpec(name: string, spec: Partial<Spec>): ClusterSpec {
  return parseClusterSpec({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    metadata: { name, owner: 'group:default/platform' },
    spec: {
      environment: 'dev',
      region: 'eu-west-1',
      network: { vpcCidr: '10.40.0.0/16' },
      ...spec,
    },
  });
}

const role = (name: string, partition = 'aws') =>
  `arn:${partition}:iam::123456789012:role/${name}`;

/**
 * Specs for the Terraform tests; the key of each says what is special about
 * it.
 */
export const terraformSpecs = {
  minimal: clusterSpec('minimal', {}),
  'public endpoint, access, tags that need quoting': clusterSpec('open-dev', {
    accountId: '123456789012',
    tags: { 'cost-center': '4711', 'team/ü @home': 'a + b: c = d' },
    network: {
      vpcCidr: '10.41.0.0/16',
      natGateways: 'perZone',
      endpoint: { public: true, allowedCidrs: ['203.0.113.0/24'] },
    },
    access: {
      adminRoleArns: [role('platform-admin'), role('backstage')],
      portalRoleArn: role('backstage'),
    },
  }),
  'the smallest network, the longest name': clusterSpec(
    'a-name-of-thirty-two-characters0',
    {
      environment: 'production',
      region: 'us-east-1',
      versions: { profile: 'latest' },
      network: { vpcCidr: '10.44.0.0/22', zones: 5 },
      systemNodes: { instanceTypes: ['m7g.large'], min: 1, max: 3 },
    },
  ),
  'public nodes, secondary range': clusterSpec('edge', {
    network: {
      vpcCidr: '10.45.0.0/18',
      secondaryCidrs: ['100.64.0.0/16'],
      zones: 2,
      nodesInPublicSubnets: true,
    },
    karpenter: { namespace: 'karpenter' },
    observability: { serviceMonitors: true },
  }),
  'the seed profile': clusterSpec('legacy', { versions: { profile: 'seed' } }),
  China: clusterSpec('china', {
    region: 'cn-north-1',
    access: { adminRoleArns: [role('admin', 'aws-cn')] },
  }),
  'GovCloud, GuardDuty': clusterSpec('gov', {
    region: 'us-gov-west-1',
    hardening: { guardDuty: true },
  }),
  'Argo CD, every add-on': clusterSpec('argo', {
    gitops: { argocd: true },
    network: {
      vpcCidr: '10.40.0.0/16',
      interfaceEndpoints: ['ecr.api', 'eks-auth'],
      ipamPoolId: 'ipam-pool-0123456789abcdef0',
    },
    logging: { controlPlane: ['audit'], flowLogs: false, retentionDays: 7 },
    systemNodes: { volume: { size: '80Gi' } },
    karpenter: {
      registryMirrors: [
        { registry: 'docker.io', endpoints: ['https://mirror.example.com'] },
      ],
      nodePools: [
        { name: 'general' },
        {
          name: 'training',
          preset: 'gpu',
          efa: { instanceType: 'p4d.24xlarge' },
        },
      ],
    },
    iam: {
      permissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/boundary',
      roleNamePrefix: 'team-',
    },
    addons: {
      coreDns: { version: 'v1.12.4-eksbuild.1' },
      podIdentityAgent: { version: 'v1.3.9-eksbuild.5' },
      ebsCsiDriver: {
        enabled: true,
        kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd',
      },
      snapshotController: { enabled: true },
      metricsServer: { enabled: true, version: 'v0.8.0-eksbuild.2' },
      loadBalancerController: { enabled: true },
      externalDns: { enabled: true, hostedZoneIds: ['Z0123456789ABCDEFGHIJ'] },
      certManager: { enabled: true, hostedZoneIds: ['Z0123456789ABCDEFGHIJ'] },
    },
  }),
  'an existing VPC': clusterSpec('existing', {
    network: {
      vpcCidr: '10.46.0.0/24',
      existing: {
        vpcId: 'vpc-0123456789abcdef0',
        nodeSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
      },
    },
  }),
  'Argo CD, handed over': clusterSpec('argo-owned', {
    gitops: { argocd: true, handedOver: true },
  }),
} as const;

export type TerraformSpecName = keyof typeof terraformSpecs;

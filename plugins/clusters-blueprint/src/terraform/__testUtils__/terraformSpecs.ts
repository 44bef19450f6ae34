import {
  ClusterSpec,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

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

/** Specs that differ on purpose, by what is special about them. */
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
  'Argo CD': clusterSpec('argo', { gitops: { argocd: true } }),
  'Argo CD, handed over': clusterSpec('argo-owned', {
    gitops: { argocd: true, handedOver: true },
  }),
} as const;

export type TerraformSpecName = keyof typeof terraformSpecs;

import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { clusterTags } from '@clusterworks/plugin-clusters-spec';
import type { AwsText } from '../aws/readAwsOutputs';
import { accessOutputs, roleArn } from './accessOutputs';
import { networkOutputs } from './networkOutputs';
import { subnetsOf, VPC } from './describedSubnets';
import { ACCOUNT, arnOf, CONTROL_PLANE_GROUP, type Output } from './Output';

const TEMPLATE = 'lt-0123456789abcdef0';

const addonNames = {
  coreDns: ['coredns', 'v1.12.4-eksbuild.1'],
  podIdentityAgent: ['eks-pod-identity-agent', 'v1.3.9-eksbuild.5'],
  ebsCsiDriver: ['aws-ebs-csi-driver', 'v1.50.0-eksbuild.1'],
  snapshotController: ['snapshot-controller', 'v8.3.0-eksbuild.1'],
  metricsServer: ['metrics-server', 'v0.8.0-eksbuild.2'],
  externalDns: ['external-dns', 'v0.19.0-eksbuild.2'],
  certManager: ['cert-manager', 'v1.18.2-eksbuild.2'],
} as const;

/** The add-ons of EKS with the version that the spec or EKS chose. */
export function addonsOf({ addons }: ResolvedClusterSpec['spec']) {
  return Object.entries(addonNames).flatMap(([field, [name, version]]) => {
    const addon: { enabled?: boolean; version?: string } =
      addons[field as keyof typeof addonNames];
    return addon.enabled === false
      ? []
      : [{ field, name, version: addon.version ?? version }];
  });
}

/** The control plane. */
function clusterOutput(resolved: ResolvedClusterSpec): Output[] {
  const { metadata, spec } = resolved;
  const { name } = metadata;
  const { network, logging } = spec;
  const subnets = subnetsOf(resolved);
  const tags = clusterTags(resolved, { 'managed-by': 'terraform' });
  return [
    [
      'describe-cluster',
      {
        cluster: {
          name,
          arn: arnOf(
            resolved,
            'eks',
            `${spec.region}:${ACCOUNT}:cluster/${name}`,
          ),
          createdAt: '2026-11-01T10:00:00+00:00',
          version: spec.versions.kubernetes,
          endpoint: `https://0123456789ABCDEF.gr7.${spec.region}.eks.${spec.dnsSuffix}`,
          roleArn: roleArn(resolved, 'cluster'),
          resourcesVpcConfig: {
            subnetIds: subnets.controlPlane,
            securityGroupIds: [CONTROL_PLANE_GROUP],
            clusterSecurityGroupId: 'sg-0fedcba9876543210',
            vpcId: VPC,
            endpointPublicAccess: network.endpoint.public,
            endpointPrivateAccess: true,
            publicAccessCidrs: network.endpoint.public
              ? network.endpoint.allowedCidrs
              : [],
          },
          kubernetesNetworkConfig: {
            serviceIpv4Cidr: '172.20.0.0/16',
            ipFamily: 'ipv4',
          },
          logging: {
            clusterLogging: [
              { types: logging.controlPlane, enabled: true },
              { types: [], enabled: false },
            ],
          },
          status: 'ACTIVE',
          tags: {
            ...tags,
            'terraform-aws-modules': 'eks',
            ...(spec.hardening.guardDuty ? { GuardDutyManaged: 'true' } : {}),
          },
          encryptionConfig: [
            {
              resources: ['secrets'],
              provider: {
                keyArn: arnOf(
                  resolved,
                  'kms',
                  `${spec.region}:${ACCOUNT}:key/0000`,
                ),
              },
            },
          ],
          accessConfig: { authenticationMode: 'API' },
          deletionProtection: spec.environment.startsWith('prod'),
        },
      },
    ],
    [
      'describe-log-groups',
      {
        logGroups: [
          {
            logGroupName: `/aws/eks/${name}/cluster`,
            retentionInDays: logging.retentionDays,
          },
        ],
      },
    ],
  ];
}

/** The node group of the system nodes, and its launch template. */
function nodegroupOutputs(resolved: ResolvedClusterSpec): Output[] {
  const { name } = resolved.metadata;
  const { systemNodes } = resolved.spec;
  const subnets = subnetsOf(resolved);
  return [
    ['list-nodegroups', { nodegroups: ['system-20261101100000000000000001'] }],
    [
      'describe-nodegroup',
      {
        nodegroup: {
          nodegroupName: 'system-20261101100000000000000001',
          clusterName: name,
          scalingConfig: {
            minSize: systemNodes.min,
            maxSize: systemNodes.max,
            desiredSize: systemNodes.min,
          },
          instanceTypes: systemNodes.instanceTypes,
          subnets: subnets.nodes,
          labels: { 'karpenter.sh/controller': 'true' },
          taints: [
            { key: 'CriticalAddonsOnly', value: 'true', effect: 'NO_SCHEDULE' },
          ],
          launchTemplate: {
            id: TEMPLATE,
            version: '3',
            name: `${name}-system`,
          },
        },
      },
    ],
    [
      'describe-launch-template-versions',
      {
        LaunchTemplateVersions: [
          {
            LaunchTemplateId: TEMPLATE,
            VersionNumber: 3,
            LaunchTemplateData: {
              BlockDeviceMappings: [
                {
                  DeviceName: '/dev/xvda',
                  Ebs: {
                    VolumeSize: Number.parseInt(systemNodes.volume.size, 10),
                    VolumeType: 'gp3',
                    KmsKeyId: systemNodes.volume.kmsKeyArn,
                  },
                },
              ],
            },
          },
        ],
      },
    ],
  ];
}

function addonOutputs({ metadata, spec }: ResolvedClusterSpec): Output[] {
  const { name } = metadata;
  const addons = addonsOf(spec);
  return [
    ['list-addons', { addons: addons.map(each => each.name) }],
    ...addons.map(
      (each): Output => [
        `describe-addon ${each.name}`,
        {
          addon: {
            addonName: each.name,
            clusterName: name,
            addonVersion: each.version,
            status: 'ACTIVE',
          },
        },
      ],
    ),
  ];
}

/** The outputs of the AWS CLI for a cluster that the blueprint made. */
export function awsTextsOf(resolved: ResolvedClusterSpec): AwsText[] {
  return [
    ...clusterOutput(resolved),
    ...nodegroupOutputs(resolved),
    ...addonOutputs(resolved),
    ...networkOutputs(resolved),
    ...accessOutputs(resolved),
  ].map(([file, value]) => ({
    name: `${file}.json`,
    text: JSON.stringify(value),
  }));
}

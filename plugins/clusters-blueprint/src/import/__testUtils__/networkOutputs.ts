import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { clusterTags } from '@clusterworks/plugin-clusters-spec';
import { subnetsOf, VPC } from './describedSubnets';
import { CONTROL_PLANE_GROUP, type Output } from './Output';

/** VPC, subnets, gateways, endpoints, and the rules of the control plane. */
export function networkOutputs(resolved: ResolvedClusterSpec): Output[] {
  const { spec } = resolved;
  const { network, logging } = spec;
  const subnets = subnetsOf(resolved);
  const tags = clusterTags(resolved, { 'managed-by': 'terraform' });
  const tagList = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return [
    [
      'describe-vpcs',
      {
        Vpcs: [
          {
            VpcId: VPC,
            CidrBlock: network.vpcCidr,
            CidrBlockAssociationSet: [
              network.vpcCidr,
              ...network.secondaryCidrs,
            ].map(CidrBlock => ({
              CidrBlock,
              CidrBlockState: { State: 'associated' },
            })),
            Tags: network.existing ? [] : tagList,
          },
        ],
      },
    ],
    ['describe-subnets', { Subnets: subnets.all }],
    [
      'describe-security-group-rules',
      {
        SecurityGroupRules: [
          ...network.endpoint.privateCidrs.map(CidrIpv4 => ({
            GroupId: CONTROL_PLANE_GROUP,
            IsEgress: false,
            IpProtocol: 'tcp',
            FromPort: 443,
            ToPort: 443,
            CidrIpv4,
          })),
          {
            GroupId: CONTROL_PLANE_GROUP,
            IsEgress: true,
            IpProtocol: '-1',
            FromPort: -1,
            ToPort: -1,
            CidrIpv4: '0.0.0.0/0',
          },
        ],
      },
    ],
    [
      'describe-nat-gateways',
      {
        NatGateways: (network.natGateways === 'single'
          ? ['a']
          : network.zones
        ).map(() => ({ VpcId: VPC, State: 'available' })),
      },
    ],
    [
      'describe-vpc-endpoints',
      {
        VpcEndpoints: [
          {
            VpcId: VPC,
            VpcEndpointType: 'Gateway',
            ServiceName: `com.amazonaws.${spec.region}.s3`,
          },
          ...network.interfaceEndpoints.map(service => ({
            VpcId: VPC,
            VpcEndpointType: 'Interface',
            ServiceName: `com.amazonaws.${spec.region}.${service}`,
          })),
        ],
      },
    ],
    [
      'describe-flow-logs',
      { FlowLogs: logging.flowLogs ? [{ ResourceId: VPC }] : [] },
    ],
  ];
}

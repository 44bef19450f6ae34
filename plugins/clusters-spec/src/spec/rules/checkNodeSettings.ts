import { partitionOf } from '../../regions';
import type { SpecPath } from '../ClusterSpecIssue';
import type { NodePoolSpec } from '../nodePoolSchema';
import type { DeepPartial, SpecRule } from '../PartialSpec';
import type { PathIssue } from '../schemaIssues';

type Volume = DeepPartial<NonNullable<NodePoolSpec['volume']>>;

function checkVolume(
  volume: Volume | undefined,
  path: SpecPath,
  region: string | undefined,
): PathIssue[] {
  const [, partition, , place] = volume?.kmsKeyArn?.split(':') ?? [];
  return [
    ...(volume?.throughput !== undefined && volume.type === 'io2'
      ? [
          {
            path: [...path, 'throughput'],
            message: 'is of gp3 only; io2 has iops',
          },
        ]
      : []),
    ...(volume?.type === 'io2' && volume.iops === undefined
      ? [{ path: [...path, 'iops'], message: 'is required for io2' }]
      : []),
    ...(volume?.kmsKeyArn &&
    region &&
    (place !== region || partition !== partitionOf(region))
      ? [
          {
            path: [...path, 'kmsKeyArn'],
            message: `"${volume.kmsKeyArn}" must be a key of ${region}, as the volumes are`,
          },
        ]
      : []),
  ];
}

/** Rules of images, disks and kubelet settings of nodes. */
export const checkNodeSettings: SpecRule = spec => {
  const region = spec.spec?.region;
  const karpenter = spec.spec?.karpenter;
  const pools = karpenter?.nodePools ?? [];
  const needsRelease =
    pools.some(pool => pool?.amiFamily === 'bottlerocket') &&
    karpenter?.bottlerocketRelease === undefined;
  return [
    ...(needsRelease
      ? [
          {
            path: ['spec', 'karpenter', 'bottlerocketRelease'],
            message:
              'is required for pools of amiFamily bottlerocket: a release such as v1.50.0, which aws ssm get-parameters-by-path --path /aws/service/bottlerocket lists',
          },
        ]
      : []),
    ...pools.flatMap((pool, index) =>
      checkVolume(
        pool?.volume,
        ['spec', 'karpenter', 'nodePools', index, 'volume'],
        region,
      ),
    ),
    ...checkVolume(
      spec.spec?.systemNodes?.volume,
      ['spec', 'systemNodes', 'volume'],
      region,
    ),
  ];
};

/** Endpoint services have other names in China, which are not known here. */
export const checkInterfaceEndpoints: SpecRule = spec => {
  const region = spec.spec?.region;
  const endpoints = spec.spec?.network?.interfaceEndpoints ?? [];
  return region && partitionOf(region) === 'aws-cn' && endpoints.length > 0
    ? [
        {
          path: ['spec', 'network', 'interfaceEndpoints'],
          message: `must be empty in ${region}: services have other names in China; make the endpoints in a team_*.tf of the root`,
        },
      ]
    : [];
};

import { partitionOf } from '../../regions';
import { LONGEST_ROLE_SUFFIX } from '../clusterNames';
import type { SpecRule } from '../PartialSpec';

/** IAM's limit for the name of a role. */
const LONGEST_ROLE_NAME = 64;

/** Names of roles must stay within IAM's limit, and ARNs in the partition. */
export const checkIam: SpecRule = spec => {
  const { permissionsBoundaryArn: boundary, roleNamePrefix: prefix = '' } =
    spec.spec?.iam ?? {};
  const name = spec.metadata?.name ?? '';
  const region = spec.spec?.region;
  const longest = prefix.length + name.length + LONGEST_ROLE_SUFFIX;
  return [
    ...(longest > LONGEST_ROLE_NAME
      ? [
          {
            path: ['spec', 'iam', 'roleNamePrefix'],
            message: `"${prefix}" makes names of ${longest} characters with "${name}", and IAM allows ${LONGEST_ROLE_NAME}`,
          },
        ]
      : []),
    ...(boundary && region && boundary.split(':')[1] !== partitionOf(region)
      ? [
          {
            path: ['spec', 'iam', 'permissionsBoundaryArn'],
            message: `"${boundary}" must be of partition ${partitionOf(
              region,
            )}, because ${region} is`,
          },
        ]
      : []),
  ];
};

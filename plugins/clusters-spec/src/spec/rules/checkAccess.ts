import { partitionOf } from '../../regions';
import type { SpecRule } from '../PartialSpec';

/** Role ARNs must belong to the partition of the region. */
export const checkAccess: SpecRule = spec => {
  const region = spec.spec?.region;
  const access = spec.spec?.access;
  if (!region || !access) {
    return [];
  }
  const partition = partitionOf(region);
  const arns = [
    { path: ['portalRoleArn'], arn: access.portalRoleArn },
    ...(access.adminRoleArns ?? []).map((arn, index) => ({
      path: ['adminRoleArns', index],
      arn,
    })),
  ];
  return arns
    .filter(({ arn }) => arn && arn.split(':')[1] !== partition)
    .map(({ path, arn }) => ({
      path: ['spec', 'access', ...path],
      message: `"${arn}" must be of partition ${partition}, because ${region} is`,
    }));
};

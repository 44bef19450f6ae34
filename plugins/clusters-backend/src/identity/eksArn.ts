import { partitionOf } from '@clusterworks/plugin-clusters-spec';

const ACCOUNT_ID = /^\d{12}$/;
const REGION = /^[a-z]{2}(-[a-z]{2,12}){1,2}-\d{1,2}$/;
const EKS_NAME = /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/;

/** The ARN of an EKS cluster; undefined when a part is unknown or invalid. */
export function eksArn(cluster: {
  region: string | undefined;
  accountId: string | undefined;
  /** Name of the cluster in EKS. */
  clusterId: string | undefined;
}): string | undefined {
  const { region = '', accountId = '', clusterId = '' } = cluster;
  const isKnown =
    REGION.test(region) &&
    ACCOUNT_ID.test(accountId) &&
    EKS_NAME.test(clusterId);
  return isKnown
    ? `arn:${partitionOf(
        region,
      )}:eks:${region}:${accountId}:cluster/${clusterId}`
    : undefined;
}

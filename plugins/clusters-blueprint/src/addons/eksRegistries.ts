/**
 * Where EKS keeps its images outside of the commercial regions, whose nodes
 * may not pull from there (EKS user guide, "Amazon container image
 * registries").
 */
const otherPartitions: Readonly<Record<string, string>> = {
  'cn-north-1': '918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn',
  'cn-northwest-1': '961992271922.dkr.ecr.cn-northwest-1.amazonaws.com.cn',
  'us-gov-east-1': '151742754352.dkr.ecr.us-gov-east-1.amazonaws.com',
  'us-gov-west-1': '013241004608.dkr.ecr.us-gov-west-1.amazonaws.com',
};

/**
 * The registry with EKS's images in the partition of a region; undefined for
 * the commercial regions.
 */
export function eksRegistryOf(region: string): string | undefined {
  return Object.hasOwn(otherPartitions, region)
    ? otherPartitions[region]
    : undefined;
}

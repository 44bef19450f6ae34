import { regionData } from './regionData';

/**
 * AWS partitions that EKS runs in.
 *
 * @public
 */
export type AwsPartition = 'aws' | 'aws-cn' | 'aws-us-gov';

/**
 * An AWS region as far as a blueprint needs to know it.
 *
 * @public
 */
export type AwsRegion = {
  readonly name: string;
  readonly partition: AwsPartition;
  /** `amazonaws.com`, or `amazonaws.com.cn` in China. */
  readonly dnsSuffix: string;
  /** All zone names that an account may see, the usual ones first. */
  readonly zones: readonly string[];
  /** How many zones every account has at least. */
  readonly usableZones: number;
};

/**
 * The partition that a region name belongs to, from its prefix.
 *
 * @public
 */
export function partitionOf(region: string): AwsPartition {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/**
 * Every region of the region data file, in its order.
 *
 * @public
 */
export const awsRegions: readonly AwsRegion[] = Object.entries(
  regionData.regions,
).map(([name, { letters, usable }]) => {
  const partition = partitionOf(name);
  return {
    name,
    partition,
    dnsSuffix: partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    zones: [...letters].map(letter => `${name}${letter}`),
    usableZones: usable ?? letters.length,
  };
});

const byName = new Map(awsRegions.map(region => [region.name, region]));

/**
 * The region of a name, or undefined when the data file has none.
 *
 * @public
 */
export function findRegion(name: string): AwsRegion | undefined {
  return byName.get(name);
}

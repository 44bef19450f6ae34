/**
 * The host of the AWS console of a region, in the region's partition.
 *
 * @public
 */
export function awsConsoleHost(region: string): string {
  if (region.startsWith('cn-')) {
    return `${region}.console.amazonaws.cn`;
  }
  return region.startsWith('us-gov-')
    ? 'console.amazonaws-us-gov.com'
    : `${region}.console.aws.amazon.com`;
}

/** Console host by the prefix of the region, one per AWS partition. */
function consoleHost(region: string): string {
  if (region.startsWith('cn-')) {
    return 'console.amazonaws.cn';
  }
  if (region.startsWith('us-gov-')) {
    return 'console.amazonaws-us-gov.com';
  }
  return `${region}.console.aws.amazon.com`;
}

/** The page of an EKS cluster in the AWS console of its partition. */
export function awsConsoleUrl(region: string, eksName: string): string {
  const cluster = encodeURIComponent(eksName);
  return `https://${consoleHost(
    region,
  )}/eks/clusters/${cluster}?region=${region}`;
}

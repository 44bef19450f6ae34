/** The page of an EKS cluster in the AWS console of its partition. */
export function consoleUrl(region: string, eksName: string): string {
  const name = encodeURIComponent(eksName);
  return `https://${hostOf(region)}/eks/clusters/${name}?region=${region}`;
}

function hostOf(region: string): string {
  if (region.startsWith('cn-')) {
    return `${region}.console.amazonaws.cn`;
  }
  return region.startsWith('us-gov-')
    ? 'console.amazonaws-us-gov.com'
    : `${region}.console.aws.amazon.com`;
}

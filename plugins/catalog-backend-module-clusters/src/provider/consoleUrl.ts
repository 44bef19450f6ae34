import { awsConsoleHost } from '@clusterworks/plugin-clusters-spec';

/** The page of an EKS cluster in the AWS console of its partition. */
export function consoleUrl(region: string, eksName: string): string {
  const name = encodeURIComponent(eksName);
  return `https://${awsConsoleHost(
    region,
  )}/eks/clusters/${name}?region=${region}`;
}

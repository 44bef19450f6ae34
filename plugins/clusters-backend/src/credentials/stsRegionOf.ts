import { regionOfServer } from './regionOfServer';

/**
 * The region whose STS an EKS cluster can ask: the cluster's own region, taken
 * from the host name of its API server. For any other host name it is the
 * portal's region.
 */
export function stsRegionOf(url: string): string {
  return regionOfServer(url) ?? process.env.AWS_REGION ?? 'us-east-1';
}

const EKS_HOST =
  /\.([a-z]{2}(?:-[a-z]{2,12}){1,2}-\d{1,2})\.eks\.amazonaws\.com(?:\.cn)?$/;

/**
 * The region whose STS an EKS cluster can ask: its own, by the name of its API
 * server. Behind any other name it is that of the portal.
 */
export function stsRegionOf(url: string): string {
  const [, region] = EKS_HOST.exec(new URL(url).hostname) ?? [];
  return region ?? process.env.AWS_REGION ?? 'us-east-1';
}

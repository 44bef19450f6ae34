/** Longer endpoints are not stored. */
const MAX_LENGTH = 600;

/**
 * Identifies a cluster's API server, in one normalized form: its address and,
 * for AWS tokens, the name of the EKS cluster in the token.
 */
export function endpointOf(
  url: string | undefined,
  clusterId: string | undefined,
): string | undefined {
  if (url === undefined || url.length > MAX_LENGTH || !URL.canParse(url)) {
    return undefined;
  }
  const { origin, pathname } = new URL(url);
  const server = `${origin}${pathname.replace(/\/+$/, '')}`;
  const endpoint = clusterId ? `${server} ${clusterId}` : server;
  return endpoint.length > MAX_LENGTH ? undefined : endpoint;
}

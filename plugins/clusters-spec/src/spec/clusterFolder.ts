/** What a cluster's folder is named after. */
export type ClusterFolderName = { environment: string; name: string };

/** `clusters/<environment>/<name>`: where a cluster's files are. */
export function clusterFolder({
  environment,
  name,
}: ClusterFolderName): string {
  return `clusters/${environment}/${name}`;
}

/** `terraform/environments/<environment>/<name>`: the cluster's root. */
export function terraformFolder({
  environment,
  name,
}: ClusterFolderName): string {
  return `terraform/environments/${environment}/${name}`;
}

/** `platform/overlays/<environment>/<name>`: what differs from the base. */
export function overlayFolder({
  environment,
  name,
}: ClusterFolderName): string {
  return `platform/overlays/${environment}/${name}`;
}

/**
 * Reads environment and name from a path in or of a cluster's folder, such as
 * `clusters/dev/payments-dev/cluster.yaml`; undefined for any other path.
 */
export function parseClusterFolder(
  path: string,
): ClusterFolderName | undefined {
  const match = /^clusters\/([^/]+)\/([^/]+)(\/|$)/.exec(path);
  return match ? { environment: match[1], name: match[2] } : undefined;
}

/**
 * The values in the path of a cluster's folder.
 *
 * @public
 */
export type ClusterFolderName = { environment: string; name: string };

/**
 * `clusters/<environment>/<name>`: the folder of a cluster's own files.
 *
 * @public
 */
export function clusterFolder({
  environment,
  name,
}: ClusterFolderName): string {
  return `clusters/${environment}/${name}`;
}

/**
 * `terraform/environments/<environment>/<name>`: the cluster's root.
 *
 * @public
 */
export function terraformFolder({
  environment,
  name,
}: ClusterFolderName): string {
  return `terraform/environments/${environment}/${name}`;
}

/**
 * `platform/overlays/<environment>/<name>`: what differs from the base.
 *
 * @public
 */
export function overlayFolder({
  environment,
  name,
}: ClusterFolderName): string {
  return `platform/overlays/${environment}/${name}`;
}

/**
 * Reads environment and name from a path in or of a cluster's folder, such as
 * `clusters/dev/payments-dev/cluster.yaml`; undefined for any other path.
 *
 * @public
 */
export function parseClusterFolder(
  path: string,
): ClusterFolderName | undefined {
  const match = /^clusters\/([^/]+)\/([^/]+)(\/|$)/.exec(path);
  return match ? { environment: match[1], name: match[2] } : undefined;
}

/**
 * Maximum size in bytes of `cluster.yaml` and `status.yaml`. These files have a
 * few kilobytes: a larger file is not one of them, and is not read.
 *
 * @public
 */
export const MAX_CLUSTER_FILE_BYTES = 256 * 1024;

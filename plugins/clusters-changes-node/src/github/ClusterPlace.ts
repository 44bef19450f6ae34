import { InputError } from '@backstage/errors';
import {
  clusterFolder,
  type ClusterFolderName,
  type ClusterSpec,
  isInBaseBranch,
  parseClusterFolder,
  type PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';

/**
 * Where the files of a cluster are: the repository, and the folder in it.
 *
 * @public
 */
export type ClusterPlace = ClusterFolderName & {
  repository: PlatformRepository;
};

/**
 * Refuses a spec of another cluster than the one in the place: rights to a
 * cluster are none to its neighbours in the repository.
 *
 * @throws InputError that says both
 *
 * @public
 */
export function checkPlace(
  { environment, name }: ClusterPlace,
  { metadata, spec }: ClusterSpec,
): void {
  if (metadata.name !== name || spec.environment !== environment) {
    throw new InputError(
      `spec: is of ${spec.environment}/${metadata.name}, but the cluster is ${environment}/${name}`,
    );
  }
}

/** Path of the cluster's `cluster.yaml`, relative to the configured folder. */
export function specPathOf(cluster: ClusterFolderName): string {
  return `${clusterFolder(cluster)}/cluster.yaml`;
}

/** Path of the cluster's `status.yaml`, which exists once it was applied. */
export function statusPathOf(cluster: ClusterFolderName): string {
  return `${clusterFolder(cluster)}/status.yaml`;
}

/**
 * Derives the place from the annotation `backstage.io/managed-by-location` of
 * an entity; undefined when that is no `cluster.yaml` in the base branch of the
 * repository.
 */
export function placeIn(
  repository: PlatformRepository,
  location: string,
): ClusterPlace | undefined {
  if (!isInBaseBranch(location, repository)) {
    return undefined;
  }
  const { pathname } = new URL(location.replace(/^url:/, ''));
  const { url, baseBranch, path } = repository;
  const start = `${new URL(url).pathname}/blob/${baseBranch}/`;
  // Git hosts ignore case in the names of owners and repositories.
  if (!pathname.toLowerCase().startsWith(start.toLowerCase())) {
    return undefined;
  }
  const file = pathname.slice(start.length);
  const prefix = path === '' ? '' : `${path}/`;
  const cluster = file.startsWith(prefix)
    ? parseClusterFolder(file.slice(prefix.length))
    : undefined;
  return cluster && !/%/.test(file) && file === prefix + specPathOf(cluster)
    ? { repository, ...cluster }
    : undefined;
}

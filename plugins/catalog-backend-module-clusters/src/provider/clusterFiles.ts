import { parseClusterFolder } from '@clusterworks/plugin-clusters-spec';

/** The texts of the files in one cluster's folder. */
export interface ClusterFiles {
  environment: string;
  name: string;
  /** Folder in the repository, prefixed with the configured path. */
  folder: string;
  spec?: string;
  status?: string;
  /** Why a file could not be read; absent when all could. */
  unreadable?: string;
}

/** A file that describes a cluster. */
export interface ClusterFilePath {
  folder: string;
  environment: string;
  name: string;
  file: 'cluster.yaml' | 'status.yaml';
}

/**
 * Recognises `clusters/<environment>/<name>/{cluster,status}.yaml` under the
 * configured path; undefined for every other file.
 */
export function parseClusterFilePath(
  path: string,
  root: string,
): ClusterFilePath | undefined {
  const prefix = root === '' ? '' : `${root}/`;
  if (!path.startsWith(prefix)) {
    return undefined;
  }
  const inside = path.slice(prefix.length);
  const found = parseClusterFolder(inside);
  const file = inside.split('/').slice(3).join('/');
  if (!found || (file !== 'cluster.yaml' && file !== 'status.yaml')) {
    return undefined;
  }
  const folder = path.slice(0, -file.length - 1);
  return { ...found, folder, file };
}

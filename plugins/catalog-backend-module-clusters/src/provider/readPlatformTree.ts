import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  MAX_CLUSTER_FILE_BYTES,
  type PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import type { ClusterFilePath, ClusterFiles } from './clusterFiles';
import { parseClusterFilePath } from './clusterFiles';

/** The result of one read of a platform repository. */
export interface PlatformTree {
  clusters: ClusterFiles[];
  /** The commit that was read. */
  etag: string;
}

/**
 * Reads the files of all clusters by reading the repository's tree once.
 *
 * @throws NotModifiedError when the repository is still at `etag`, and any
 * error of the reader; an archive without any file is an error too, so that an
 * incomplete answer never looks like an empty fleet
 */
export async function readPlatformTree(
  reader: UrlReaderService,
  repository: PlatformRepository,
  etag: string | undefined,
): Promise<PlatformTree> {
  const tooLarge: ClusterFilePath[] = [];
  let seen = 0;
  const tree = await reader.readTree(treeUrl(repository), {
    etag,
    filter: (path, info) => {
      seen++;
      const file = parseClusterFilePath(path, repository.path);
      if (file && info && info.size > MAX_CLUSTER_FILE_BYTES) {
        tooLarge.push(file);
        return false;
      }
      return file !== undefined;
    },
  });
  const files = await tree.files();
  if (seen === 0) {
    throw new Error(`${treeUrl(repository)} came back without any file`);
  }
  const clusters = new Map<string, ClusterFiles>();
  const clusterOf = ({ folder, environment, name }: ClusterFilePath) => {
    const cluster = clusters.get(folder) ?? { folder, environment, name };
    clusters.set(folder, cluster);
    return cluster;
  };
  for (const { path, content } of files) {
    const file = parseClusterFilePath(path, repository.path);
    if (file) {
      const text = (await content()).toString('utf8');
      clusterOf(file)[file.file === 'cluster.yaml' ? 'spec' : 'status'] = text;
    }
  }
  for (const file of tooLarge) {
    clusterOf(
      file,
    ).unreadable = `${file.file} is larger than ${MAX_CLUSTER_FILE_BYTES} bytes`;
  }
  return {
    clusters: [...clusters.values()].sort((a, b) =>
      a.folder < b.folder ? -1 : 1,
    ),
    etag: tree.etag,
  };
}

/** URL of the repository's tree at its base branch. */
export function treeUrl({ url, baseBranch }: PlatformRepository): string {
  return `${url}/tree/${baseBranch}`;
}

import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  MAX_CLUSTER_FILE_BYTES,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';

async function foldersOf(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter(each => each.isDirectory()).map(each => each.name);
  } catch {
    return [];
  }
}

/**
 * Undefined for anything that is no regular file: reading a device or a pipe
 * would never end.
 */
async function readSpec(file: string): Promise<ClusterSpec | undefined> {
  const found = await lstat(file);
  return found.isFile() && found.size <= MAX_CLUSTER_FILE_BYTES
    ? readClusterSpecYaml(await readFile(file, 'utf8')).spec
    : undefined;
}

/**
 * The specs in a platform repository. A spec that cannot be read must not
 * block the render of other clusters, so it is left out.
 */
export async function readFleet(root: string): Promise<ClusterSpec[]> {
  const specs: ClusterSpec[] = [];
  for (const environment of await foldersOf(join(root, 'clusters'))) {
    const folder = join(root, 'clusters', environment);
    for (const name of await foldersOf(folder)) {
      try {
        const spec = await readSpec(join(folder, name, 'cluster.yaml'));
        if (spec) {
          specs.push(spec);
        }
      } catch {
        continue;
      }
    }
  }
  return specs;
}

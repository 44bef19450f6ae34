import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ClusterSpec,
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
 * The specs in a platform repository. One that cannot be read stops nobody
 * else's render, so it is left out.
 */
export async function readFleet(root: string): Promise<ClusterSpec[]> {
  const specs: ClusterSpec[] = [];
  for (const environment of await foldersOf(join(root, 'clusters'))) {
    const folder = join(root, 'clusters', environment);
    for (const name of await foldersOf(folder)) {
      try {
        const text = await readFile(join(folder, name, 'cluster.yaml'), 'utf8');
        const { spec } = readClusterSpecYaml(text);
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

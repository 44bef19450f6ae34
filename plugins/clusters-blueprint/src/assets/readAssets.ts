import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const cache = new Map<string, Readonly<Record<string, string>>>();

function walk(directory: string, prefix: string, into: Record<string, string>) {
  // `.terraform` is left behind by whoever runs terraform among the assets.
  const entries = readdirSync(directory, { withFileTypes: true }).filter(
    ({ name }) => name !== '.terraform',
  );
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = posix.join(prefix, entry.name);
    if (entry.isDirectory()) {
      walk(join(directory, entry.name), path, into);
    } else {
      into[path] = readFileSync(join(directory, entry.name), 'utf8');
    }
  }
}

/**
 * All files below a folder of this package's assets, by path relative to the
 * assets, with forward slashes. Read once per process.
 */
export function readAssets(folder: string): Readonly<Record<string, string>> {
  const known = cache.get(folder);
  if (known) {
    return known;
  }
  const root = resolvePackagePath(
    '@clusterworks/plugin-clusters-blueprint',
    'assets',
  );
  const files: Record<string, string> = {};
  walk(join(root, folder), folder, files);
  cache.set(folder, files);
  return files;
}

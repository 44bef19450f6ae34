import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

function assetsDirectory(): string {
  return resolvePackagePath(
    '@clusterworks/plugin-clusters-blueprint',
    'assets/terraform',
  );
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      // Left behind by whoever runs terraform among the assets.
      return entry.name === '.terraform' ? [] : listFiles(path);
    }
    return /\.(tf|hcl)$/.test(entry.name) && !entry.name.startsWith('.')
      ? [path]
      : [];
  });
}

/**
 * The files below a folder of `assets/terraform`, by their path in it, in a
 * stable order. They are real Terraform files, copied as they are.
 */
export function readTerraformAssets(folder: string): Record<string, string> {
  const directory = join(assetsDirectory(), folder);
  return Object.fromEntries(
    listFiles(directory)
      .map(path => [
        relative(directory, path).split(sep).join('/'),
        readFileSync(path, 'utf8'),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** One file of `assets/terraform`. */
export function readTerraformAsset(path: string): string {
  return readFileSync(join(assetsDirectory(), path), 'utf8');
}

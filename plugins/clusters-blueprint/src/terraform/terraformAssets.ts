import { posix } from 'node:path';
import { readAssets } from '../assets/readAssets';

/**
 * The files below a folder of `assets/terraform`, by their path in it, in a
 * stable order. They are real Terraform files, copied as they are.
 */
export function readTerraformAssets(folder: string): Record<string, string> {
  const root = posix.join('terraform', folder);
  return Object.fromEntries(
    Object.entries(readAssets(root))
      .map(([path, text]) => [posix.relative(root, path), text])
      .filter(([path]) => isTerraform(path)),
  );
}

/** One file of `assets/terraform`. */
export function readTerraformAsset(path: string): string {
  return readAssets('terraform')[posix.join('terraform', path)];
}

/**
 * Running terraform in the assets leaves lock files and the like, which are
 * not part of them.
 */
function isTerraform(path: string): boolean {
  return /\.(tf|hcl)$/.test(path) && !posix.basename(path).startsWith('.');
}

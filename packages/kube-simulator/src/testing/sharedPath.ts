import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of shared material, which is no part of the repository. */
export const sharedDirectory =
  process.env.CLUSTERWORKS_SHARED_DIR ??
  // eslint-disable-next-line no-restricted-syntax -- for tests only, never built
  resolve(__dirname, '../../../../../shared');

/** The absolute path of shared material, or undefined where it is absent. */
export function sharedPath(...steps: string[]): string | undefined {
  const path = join(sharedDirectory, ...steps);
  return existsSync(path) ? path : undefined;
}

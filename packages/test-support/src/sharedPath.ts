import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Recorded clusters, upstream CRDs and tools, which are not part of the
 * repository. Tests that need them are skipped when they are absent.
 */
export const sharedDirectory =
  process.env.CLUSTERWORKS_SHARED_DIR ??
  // eslint-disable-next-line no-restricted-syntax -- for tests only, never built
  resolve(__dirname, '../../../../shared');

/** The absolute path of shared material, or undefined where it is absent. */
export function sharedPath(...steps: string[]): string | undefined {
  const path = join(sharedDirectory, ...steps);
  return existsSync(path) ? path : undefined;
}

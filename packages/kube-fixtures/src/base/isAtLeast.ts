import { compareMinors } from '@clusterworks/plugin-clusters-spec';

/** Whether a version is at least some minor: what its objects look like. */
export function isAtLeast(version: string, minor: string): boolean {
  return compareMinors(version, minor) >= 0;
}

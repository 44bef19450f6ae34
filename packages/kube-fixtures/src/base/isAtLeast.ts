import { compareMinors } from '@clusterworks/plugin-clusters-spec';

/**
 * Whether a version is at least a minor, on which the shape of objects
 * depends.
 */
export function isAtLeast(version: string, minor: string): boolean {
  return compareMinors(version, minor) >= 0;
}

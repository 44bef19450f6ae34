/**
 * The newest revision among the clusters that a user may see; 0 for none. The
 * revision of the whole fleet would reveal that a hidden cluster has changed.
 */
export function newestRevision(seen: readonly { revision: number }[]): number {
  return seen.reduce((newest, { revision }) => Math.max(newest, revision), 0);
}

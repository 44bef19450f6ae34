import type { ClusterState } from '../ClusterState';
import { isOwnClaim, isOwnPool } from '../ownNodes';

/**
 * Whether the NodeClaim that an event names is known to belong to a pool of EKS
 * Auto Mode. The claim may no longer exist: its name begins with the name of
 * its pool.
 */
export function isForeignClaim({ index }: ClusterState, name: string): boolean {
  const claim = index.claimByName().get(name);
  if (claim) {
    return !isOwnClaim(claim);
  }
  const prefix = name.slice(0, Math.max(0, name.lastIndexOf('-')));
  const pool = index.poolByName().get(prefix);
  return pool !== undefined && !isOwnPool(pool);
}

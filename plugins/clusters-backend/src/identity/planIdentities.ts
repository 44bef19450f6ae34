import type { FoundCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';
import { inOrderOfIdentifying, nameKey } from './clusterOrder';
import { IdentityRegistry } from './IdentityRegistry';

/** A cluster that was found, with its identity. */
export interface IdentifiedCluster {
  found: FoundCluster;
  identity: ClusterIdentity;
}

/** The identity of each cluster, and the changes to make in the database. */
export interface IdentityPlan {
  /**
   * One entry per cluster that was found; several can have the same identity.
   */
  clusters: IdentifiedCluster[];
  /** New and changed identities, in the form to store. */
  changed: ClusterIdentity[];
  /**
   * Identities that turned out to be another one; their data is moved there.
   */
  merged: { from: string; into: string }[];
  /** Identities of older versions whose history is hidden from everybody. */
  setAside: ClusterIdentity[];
}

/**
 * Determines the identities of the clusters that discovery found. The function
 * is pure, so that all backends get the same result from the same rows.
 *
 * @param now - the database's clock, in milliseconds since 1970
 * @param newId - makes the key of a cluster that was never seen before
 */
export function planIdentities(
  stored: readonly ClusterIdentity[],
  found: readonly FoundCluster[],
  now: number,
  newId: () => string,
): IdentityPlan {
  const registry = new IdentityRegistry(stored, now, newId);
  const count = new Map<string, number>();
  for (const { name } of found) {
    count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1);
  }
  const identified = inOrderOfIdentifying(found, stored).map(cluster => ({
    found: cluster,
    id: registry.identify(cluster, count.get(nameKey(cluster.name)) === 1),
  }));
  registry.markGone();
  return {
    clusters: identified.map(({ found: cluster, id }) => ({
      found: cluster,
      identity: registry.get(id),
    })),
    changed: registry.changed,
    merged: registry.merged,
    setAside: registry.setAside,
  };
}

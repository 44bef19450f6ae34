import type { FoundCluster, KnownCluster } from '../discovery/KnownCluster';
import { addOtherClaim } from './addOtherClaim';
import { nameKey, rankOf } from './clusterOrder';
import type { IdentifiedCluster } from './planIdentities';
import { type KnownAccounts, refuseSharedIds } from './refuseSharedIds';

/**
 * Makes names unique. When two clusters claim one name, the newcomer is
 * refused: it is not part of the fleet and is never connected to. The cluster
 * that holds the name is still read, and lists the other claim. Several
 * descriptions of one cluster are merged; the first of them determines name,
 * owner and labels.
 *
 * @param accounts - AWS accounts that sign the tokens for their clusters
 */
export function settleClaims(
  identified: readonly IdentifiedCluster[],
  accounts: KnownAccounts,
): KnownCluster[] {
  const clusters = new Map<string, KnownCluster>();
  const byName = new Map<string, KnownCluster>();
  /** For each refused cluster, the cluster that holds its name. */
  const refused = new Map<string, KnownCluster>();
  for (const { found, identity } of inOrderOfClaims(identified)) {
    const same = clusters.get(identity.id);
    const holder = refused.get(identity.id) ?? byName.get(nameKey(found.name));
    if (same) {
      join(same, found);
    } else if (holder) {
      refused.set(identity.id, holder);
      addOtherClaim(holder, found, 'nameTaken');
    } else {
      const cluster = { ...found, identity: identity.id, otherClaims: [] };
      clusters.set(identity.id, cluster);
      byName.set(nameKey(found.name), cluster);
    }
  }
  return refuseSharedIds([...clusters.values()], accounts);
}

/**
 * Sorts by claim, the best first; descriptions of one cluster by their
 * priority.
 */
function inOrderOfClaims(
  identified: readonly IdentifiedCluster[],
): IdentifiedCluster[] {
  return [...identified].sort(
    (left, right) =>
      rankOf(left.found) - rankOf(right.found) ||
      left.identity.namedSince - right.identity.namedSince ||
      left.identity.number - right.identity.number,
  );
}

/** Adds a further description to a cluster that already holds its name. */
function join(cluster: KnownCluster, found: FoundCluster): void {
  if (found.source === 'configuration') {
    // When both describe the same API server, the operator's connection details
    // are used.
    const { details, refusal, notRead } = found;
    Object.assign(cluster, { details, refusal, notRead, trusted: true });
  } else {
    addOtherClaim(cluster, found, 'sameCluster');
  }
}

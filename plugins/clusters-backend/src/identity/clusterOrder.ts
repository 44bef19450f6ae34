import {
  type ClusterSource,
  clusterSources,
} from '@clusterworks/plugin-clusters-common';
import type { FoundCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';

/**
 * Names that differ only in case are the same name, as in entity references.
 */
export function nameKey(name: string): string {
  return name.toLocaleLowerCase('en-US');
}

/** Rank of a source when two claim one name; the lowest rank wins. */
export function rankOf({ source }: { source: ClusterSource }): number {
  return clusterSources.indexOf(source);
}

/**
 * Whether the description was reviewed; any user may write an entity by hand.
 */
export function isReviewed({
  source,
}: {
  source: ClusterSource | undefined;
}): boolean {
  return source !== undefined && source !== 'handWritten';
}

/**
 * The order in which clusters are identified; it does not depend on the order
 * in which they were found. Clusters are sorted by source. Within a source,
 * those that were at the same place with the same API server before come first.
 */
export function inOrderOfIdentifying(
  found: readonly FoundCluster[],
  stored: readonly ClusterIdentity[],
): FoundCluster[] {
  const numbers = new Map(
    stored.map(({ place, endpoint, number }) => [
      JSON.stringify([place, endpoint]),
      number,
    ]),
  );
  const numberOf = ({ place, endpoint }: FoundCluster) =>
    numbers.get(JSON.stringify([place, endpoint])) ?? Number.MAX_SAFE_INTEGER;
  return [...found].sort(
    (left, right) =>
      rankOf(left) - rankOf(right) ||
      numberOf(left) - numberOf(right) ||
      compareText(left.entityRef, right.entityRef) ||
      compareText(left.place, right.place),
  );
}

function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

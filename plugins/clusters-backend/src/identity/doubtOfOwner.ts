import type { FoundCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';

/**
 * Why the data stored under a name may belong to another cluster, as the end of
 * a sentence; undefined when it can only belong to this one.
 *
 * @param isAlone - whether no other cluster has the name
 */
export function doubtOfOwner(
  left: ClusterIdentity,
  { name, entityRef, owner }: FoundCluster,
  isAlone: boolean,
): string | undefined {
  if (!isAlone) {
    return 'several clusters claim the name';
  }
  if (name !== left.name || entityRef !== left.entityRef) {
    return `it was ${left.entityRef}, the name is that of ${entityRef} now`;
  }
  if (owner === left.owner) {
    return undefined;
  }
  const [before, now] = [left.owner, owner].map(each => each ?? 'nobody');
  return `it belonged to ${before}, the name belongs to ${now} now`;
}

import type { FoundCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';
import { isReviewed } from './clusterOrder';

/**
 * Whether a found cluster that has the ARN, the address or the place of a
 * stored one can be that cluster. An ARN is used again when a cluster is
 * recreated, a folder is used again, and the author of a hand-written entity
 * may state any ARN and address. So the two are the same cluster if owner and
 * place are equal. At another place they are the same only if the address is
 * equal and if, in addition, a reviewed source describes the cluster, or the
 * owner or the place is equal.
 */
export function isSameCluster(
  known: ClusterIdentity,
  found: FoundCluster,
): boolean {
  const isSamePlace = known.place === found.place;
  const isSameOwner = known.owner === found.owner;
  const isSameEndpoint =
    known.endpoint !== undefined && known.endpoint === found.endpoint;
  return isSameEndpoint
    ? isReviewed(found) || isSamePlace || isSameOwner
    : isSamePlace && isSameOwner;
}

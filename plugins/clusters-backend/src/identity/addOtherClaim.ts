import type {
  Claim,
  FoundCluster,
  KnownCluster,
} from '../discovery/KnownCluster';
import { nameKey } from './clusterOrder';

/** Maximum number of other claims that a cluster lists. */
const MAX_CLAIMS = 20;

/** Adds to a cluster the claim of another description to it or to its name. */
export function addOtherClaim(
  cluster: KnownCluster,
  found: FoundCluster,
  reason: Claim['reason'],
): void {
  const { name, entityRef, owner, environment, labels, source } = found;
  if (cluster.otherClaims.length < MAX_CLAIMS) {
    const claimant = { name, entityRef, owner, environment, labels };
    cluster.otherClaims.push({ reason, source, claimant });
  }
  if (cluster.source === 'configuration' && entityRef === cluster.entityRef) {
    // A configured cluster has no entity, so it must not link to another
    // cluster's.
    cluster.entityRef = `cluster:configuration/${nameKey(cluster.name)}`;
  }
}

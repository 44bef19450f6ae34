import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import type { Claim } from '../discovery/KnownCluster';

/** The claims in the form that rows show; undefined when there are none. */
export function shownClaims(claims: readonly Claim[]): FleetRow['otherClaims'] {
  return claims.length > 0
    ? claims.map(({ reason, source, claimant: { name, entityRef } }) => ({
        ...{ name, entityRef, source, reason },
      }))
    : undefined;
}

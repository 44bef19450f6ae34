import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import type { FleetEntry } from '../fleet/FleetStore';
import type { Visibility } from './ClusterAccess';

/**
 * The row of a cluster as one user sees it. Every user who sees the cluster
 * learns that another description claims it, but the claimants are named only
 * if the user may see all of them.
 *
 * @returns the row itself when nothing has to be hidden
 */
export function visibleRow(
  { cluster, row }: FleetEntry,
  visibility: Visibility,
): FleetRow {
  const seesAll = cluster.otherClaims.every(({ claimant }) =>
    visibility.sees(claimant),
  );
  return seesAll
    ? row
    : {
        ...row,
        otherClaims: row.otherClaims?.map(({ reason, source }) => ({
          reason,
          source,
        })),
      };
}

import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import { nodeAndPodRanges } from './nodeAndPodRanges';

type Reservation = NonNullable<LedgerResponse['reservations']>[number];

/**
 * Leaves out the ranges that a pull request asks for although the cluster has
 * them already: most changes give a cluster no other ranges.
 */
export function withoutKnown(
  reservations: readonly Reservation[],
  clusters: readonly KnownCluster[],
): Reservation[] {
  const known = new Set(
    clusters.flatMap(cluster =>
      nodeAndPodRanges(cluster).map(cidr => `${cluster.name} ${cidr}`),
    ),
  );
  return reservations.filter(
    ({ name, cidr, pullRequest }) =>
      !pullRequest || !known.has(`${name} ${cidr}`),
  );
}

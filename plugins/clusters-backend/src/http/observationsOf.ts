import type {
  ClusterObservation,
  ObservationsResponse,
} from '@clusterworks/plugin-clusters-common';
import type { Visibility } from '../permissions/ClusterAccess';
import type { FleetStore } from '../fleet/FleetStore';

/**
 * What was seen of every cluster that the caller may see.
 *
 * @param verdictOf - the verdict that counts: looks while connecting do not
 */
export function observationsOf(
  fleet: FleetStore,
  visibility: Visibility,
  verdictOf: (cluster: string) => ClusterObservation['verdict'],
): ObservationsResponse {
  return {
    revision: fleet.revision,
    items: fleet.entries
      .filter(({ cluster }) => visibility.sees(cluster))
      .map(
        ({ row }): ClusterObservation => ({
          name: row.name,
          entityRef: row.entityRef,
          verdict: verdictOf(row.name),
          headline: row.headline.text,
          versions: {
            kubernetes: row.versions.kubernetes.observed,
            karpenter: row.versions.karpenter.observed,
            cilium: row.versions.cilium.observed,
          },
          observedAt: row.observedAt,
        }),
      ),
  };
}

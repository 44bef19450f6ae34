import type {
  ClusterObservation,
  ObservationsResponse,
} from '@clusterworks/plugin-clusters-common';
import type { FleetStore } from '../fleet/FleetStore';
import { observedVersions } from '../fleet/observedVersions';
import type { Visibility } from '../permissions/ClusterAccess';

/** What was seen of every cluster that the caller may see. */
export function observationsOf(
  fleet: FleetStore,
  visibility: Visibility,
): ObservationsResponse {
  return {
    revision: fleet.revision,
    items: fleet.entries
      .filter(({ cluster }) => visibility.sees(cluster))
      .map(
        ({ row, revision, settledVerdict }): ClusterObservation => ({
          name: row.name,
          entityRef: row.entityRef,
          verdict: settledVerdict,
          headline: row.headline.text,
          versions: observedVersions(row),
          revision,
          observedAt: row.observedAt,
        }),
      ),
  };
}

import type {
  ClusterObservation,
  ObservationsResponse,
} from '@clusterworks/plugin-clusters-common';
import type { FleetStore } from '../fleet/FleetStore';
import { newestRevision } from '../fleet/newestRevision';
import { observedVersions } from '../fleet/observedVersions';
import type { Visibility } from '../permissions/ClusterAccess';
import { visibleRow } from '../permissions/visibleRow';

/** The observations of every cluster that the caller may see. */
export function observationsOf(
  fleet: FleetStore,
  visibility: Visibility,
): ObservationsResponse {
  const seen = fleet.entries.filter(({ cluster }) => visibility.sees(cluster));
  return {
    revision: newestRevision(seen),
    items: seen.map((entry): ClusterObservation => {
      const row = visibleRow(entry, visibility);
      return {
        name: row.name,
        entityRef: row.entityRef,
        verdict: entry.settledVerdict,
        phase: entry.settledPhase,
        drained: entry.settledDrained,
        headline: row.headline.text,
        versions: observedVersions(row),
        otherClaims: row.otherClaims,
        revision: entry.revision,
        observedAt: row.observedAt,
      };
    }),
  };
}

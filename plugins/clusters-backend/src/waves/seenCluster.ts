import type { WaveChange } from '@clusterworks/plugin-clusters-common';
import { valueReaches } from '@clusterworks/plugin-clusters-spec';
import type { FleetEntry } from '../fleet/FleetStore';
import type { SeenCluster } from './machine/WaveObservation';

/** What of a fleet's cluster is looked at. */
type SeenEntry = {
  cluster: Pick<FleetEntry['cluster'], 'wantedImages' | 'isLeaving'>;
  row: Pick<
    FleetEntry['row'],
    'connection' | 'verdict' | 'versions' | 'differences' | 'driftedSince'
  >;
};

/** What the fleet knows of a cluster that matters to a wave. Pure. */
export function seenCluster(
  entry: SeenEntry | undefined,
  change: WaveChange,
): SeenCluster | null {
  if (!entry) {
    return null;
  }
  const { cluster, row } = entry;
  return {
    ...(row.connection.state === 'connecting' ? {} : { health: row.verdict }),
    reached: isReached(entry, change),
    leaving: cluster.isLeaving === true,
  };
}

/**
 * New images, and a new version of Kubernetes, have arrived when no node waits
 * for its replacement any more.
 */
function isReached({ cluster, row }: SeenEntry, change: WaveChange): boolean {
  const { what } = change;
  if (what === 'images') {
    return (
      valueReaches(cluster.wantedImages, change) &&
      row.differences !== undefined &&
      !row.differences.some(({ part }) => part === 'images') &&
      row.driftedSince === null
    );
  }
  return (
    valueReaches(row.versions[what].observed, change) &&
    (what !== 'kubernetes' || typeof row.driftedSince !== 'string')
  );
}

import type { StillRuns } from '@clusterworks/plugin-clusters-common';
import { type Snapshot, stillRuns } from '@clusterworks/plugin-clusters-health';
import type { FleetEntry } from '../fleet/FleetStore';
import { whyUnread } from './whyUnread';

/**
 * What still runs in a cluster, from what is known of it now.
 *
 * @param snapshot - the objects, where this backend reads the cluster
 */
export function stillRunsOf(
  entry: FleetEntry,
  snapshot: Snapshot | undefined,
  now: number,
): StillRuns {
  const view = entry.body.view();
  const unread = whyUnread(entry);
  return stillRuns(
    {
      ...(view ? { view } : {}),
      ...(unread ? { unread } : {}),
      ...(snapshot ? { snapshot } : {}),
    },
    new Date(now).toISOString(),
  );
}

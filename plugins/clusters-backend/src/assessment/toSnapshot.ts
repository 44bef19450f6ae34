import type { Snapshot } from '@clusterworks/plugin-clusters-health';
import type { ClusterFacts } from '../reader';

/** What was read, in the shape that rules assess. */
export function toSnapshot(cluster: string, facts: ClusterFacts): Snapshot {
  const resources = facts.resources.map(
    ({ kind, state, reason, items, unreadable, readAt }) => [
      kind.resource,
      {
        state,
        reason,
        items,
        ...(unreadable > 0 && { unreadable }),
        ...(readAt !== undefined && { readAt }),
      },
    ],
  );
  return {
    cluster,
    serverVersion: facts.serverVersion,
    // Each feed keeps what its kind makes of objects.
    resources: Object.fromEntries(resources) as Snapshot['resources'],
  };
}

import type { Snapshot } from '@clusterworks/plugin-clusters-health';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { ClusterFacts } from '../reader';

/** Converts what was read into the snapshot that the rules assess. */
export function toSnapshot(
  { name, identity }: Pick<KnownCluster, 'name' | 'identity'>,
  facts: ClusterFacts,
): Snapshot {
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
    cluster: name,
    identity,
    serverVersion: facts.serverVersion,
    // The kind's `project` function has determined the type of each feed's
    // items.
    resources: Object.fromEntries(resources) as Snapshot['resources'],
  };
}

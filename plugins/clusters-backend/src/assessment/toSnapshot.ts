import {
  clusterResources,
  type SourceState,
} from '@clusterworks/plugin-clusters-common';
import type { Snapshot } from '@clusterworks/plugin-clusters-health';
import type { ClusterFacts } from '../reader';

/** What was read, in the shape that rules assess. */
export function toSnapshot(cluster: string, facts: ClusterFacts): Snapshot {
  const resources = facts.resources.map(
    ({ resource, state, reason, items, unreadable, readAt }) => [
      resource.source,
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
    // Each feed keeps what `projectObject` made of its kind.
    resources: Object.fromEntries(resources) as Snapshot['resources'],
  };
}

/** A snapshot of a cluster of which nothing can be read, for one reason. */
export function blankSnapshot(
  cluster: string,
  state: SourceState,
  reason: string,
): Snapshot {
  const resources = clusterResources.map(({ source }) => [
    source,
    { state, reason, items: [] },
  ]);
  return {
    cluster,
    resources: Object.fromEntries(resources) as Snapshot['resources'],
  };
}

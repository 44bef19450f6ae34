import {
  ClusterCapture,
  clusterResources,
} from '@clusterworks/plugin-clusters-common';
import { projectObject, sourceOf } from './projectObject';
import { FactsBySource, ResourceFacts, Snapshot, SourceName } from './Snapshot';

/** A snapshot in which nothing has been collected yet. */
export function emptySnapshot(
  cluster: string,
  serverVersion?: string,
): Snapshot {
  const resources: Record<string, ResourceFacts<unknown>> = {};
  for (const { source } of clusterResources) {
    resources[source] = { state: 'notCollected', items: [] };
  }
  return {
    cluster,
    serverVersion,
    resources: resources as unknown as Snapshot['resources'],
  };
}

/** Projects the objects of one kind; those that cannot be read are counted. */
export function projectResource<S extends SourceName>(
  source: S,
  objects: readonly unknown[],
): ResourceFacts<FactsBySource[S]> {
  const items: FactsBySource[S][] = [];
  let unreadable = 0;
  for (const object of objects) {
    const facts = projectObject(source, object);
    if (facts) items.push(facts);
    else unreadable += 1;
  }
  return unreadable > 0
    ? { state: 'ok', items, unreadable }
    : { state: 'ok', items };
}

/**
 * Turns a capture into the snapshot that is judged. Kinds that the capture
 * does not have are `notCollected`. Never throws.
 */
export function projectCapture(capture: ClusterCapture): Snapshot {
  const snapshot = emptySnapshot(capture.cluster, capture.serverVersion);
  const resources = snapshot.resources as Record<
    string,
    ResourceFacts<unknown>
  >;
  for (const { resource, state, message, items } of capture.resources) {
    const source = sourceOf(resource);
    if (source) {
      resources[source] = {
        ...projectResource(source, items),
        state,
        reason: message,
      };
    }
  }
  return snapshot;
}

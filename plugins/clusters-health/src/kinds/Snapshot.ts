import type { SourceState } from '@clusterworks/plugin-clusters-common';
import { type FactsBySource, type SourceName, sourceNames } from './kinds';

/** What is known of one kind of object. */
export interface ResourceFacts<T> {
  state: SourceState;
  /** Why the state is not `ok`, in a few words. */
  reason?: string;
  items: readonly T[];
  /** Objects that could not be read at all (no name). */
  unreadable?: number;
  /**
   * When the items were read, in milliseconds since 1970; undefined when they
   * are followed, and so are as of now. What is read now and then must not be
   * judged as if it were of now.
   */
  readAt?: number;
}

/** What is known of each kind of object, by the name of its source. */
export type SnapshotResources<R extends SourceName = SourceName> = {
  [S in R]: ResourceFacts<FactsBySource[S]>;
};

/**
 * Everything that is known of a cluster at one moment.
 *
 * @public
 */
export interface Snapshot {
  cluster: string;
  /** As the API server says it, for example `v1.35.4-eks-1a2b3c4`. */
  serverVersion?: string;
  resources: SnapshotResources;
}

/**
 * A snapshot in which no kind was read, for one and the same reason.
 *
 * @public
 */
export function blankSnapshot(
  cluster: string,
  state: SourceState,
  reason?: string,
): Snapshot {
  const blank: ResourceFacts<never> = { state, reason, items: [] };
  const resources: Partial<SnapshotResources> = {};
  for (const source of sourceNames) {
    resources[source] = blank;
  }
  return { cluster, resources: resources as SnapshotResources };
}

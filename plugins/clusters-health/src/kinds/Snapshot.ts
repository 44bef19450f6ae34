import type { SourceState } from '@clusterworks/plugin-clusters-common';
import { type FactsBySource, type SourceName, sourceNames } from './kinds';

/** The facts of one kind of object, and the state of their source. */
export interface ResourceFacts<T> {
  state: SourceState;
  /** Why the state is not `ok`, in a few words. */
  reason?: string;
  items: readonly T[];
  /** Number of objects that could not be read at all (no name). */
  unreadable?: number;
  /**
   * When the items were read, in milliseconds since 1970; undefined when they
   * are watched and so always current. Items that are only listed at intervals
   * must not be assessed as if they were current.
   */
  readAt?: number;
}

/** The facts of each kind of object, by the name of its source. */
export type SnapshotResources<R extends SourceName = SourceName> = {
  [S in R]: ResourceFacts<FactsBySource[S]>;
};

/**
 * All facts about a cluster at one moment.
 *
 * @public
 */
export interface Snapshot {
  /** Name of the cluster. */
  cluster: string;
  /**
   * Distinguishes the cluster from other clusters that had the same name, so
   * that finding ids are not reused. When it is absent, the name is used
   * instead.
   */
  identity?: string;
  /** As the API server reports it, for example `v1.35.4-eks-1a2b3c4`. */
  serverVersion?: string;
  resources: SnapshotResources;
}

/**
 * A snapshot in which no kind was read, all for the same reason.
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

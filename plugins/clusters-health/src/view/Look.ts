import { EniLimitsLookup, EniMode, eniModeOf } from '../model/addresses';
import { ClusterIndex } from '../model/ClusterIndex';
import { ClusterState } from '../model/ClusterState';
import { Snapshot } from '../kinds';

/** What every part of the view is made from. */
export interface Look {
  snapshot: Snapshot;
  index: ClusterIndex;
  /** For what rules and view share. */
  cluster: ClusterState;
  /** Milliseconds since 1970. */
  now: number;
  limits: EniLimitsLookup;
  eniMode: EniMode;
}

/** Prepares one look at a snapshot. */
export function lookAt(
  snapshot: Snapshot,
  now: number,
  limits: EniLimitsLookup,
): Look {
  const cluster = new ClusterState(snapshot, now);
  const { index } = cluster;
  const eniMode = eniModeOf(index.ciliumConfig());
  return { snapshot, index, cluster, now, limits, eniMode };
}

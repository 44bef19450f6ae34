import type { EniLimitsLookup, EniMode } from '../model/addresses';
import { eniModeOf } from '../model/addresses';
import type { ClusterIndex } from '../model/ClusterIndex';
import { ClusterState } from '../model/ClusterState';
import type { Snapshot } from '../kinds';

/** The input of every part of the view. */
export interface Look {
  snapshot: Snapshot;
  index: ClusterIndex;
  /** The look-ups that rules and view share. */
  cluster: ClusterState;
  /** Milliseconds since 1970. */
  now: number;
  limits: EniLimitsLookup;
  eniMode: EniMode;
}

/** Prepares the input of the view from a snapshot. */
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

import { EniLimitsLookup, EniMode, eniModeOf } from '../addresses';
import { ClusterIndex } from '../engine/ClusterIndex';
import { Snapshot } from '../snapshot';

/** What every part of the view is made from. */
export interface Look {
  snapshot: Snapshot;
  index: ClusterIndex;
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
  const index = new ClusterIndex(snapshot);
  const eniMode = eniModeOf(index.ciliumConfig());
  return { snapshot, index, now, limits, eniMode };
}

import { EniLimitsLookup, EniMode, eniModeOf } from '../addresses';
import { ClusterIndex } from '../engine/ClusterIndex';
import { RuleContext } from '../engine/RuleContext';
import { Snapshot } from '../kinds';

/** What every part of the view is made from. */
export interface Look {
  snapshot: Snapshot;
  index: ClusterIndex;
  /** For look-ups that rules and view share; it remembers nothing. */
  ctx: RuleContext;
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
  const ctx = new RuleContext(snapshot, now, undefined);
  const { index } = ctx;
  const eniMode = eniModeOf(index.ciliumConfig());
  return { snapshot, index, ctx, now, limits, eniMode };
}

import type { EventFacts } from '../../kinds';
import type { ClusterState } from '../ClusterState';
import { HOUR } from '../durations';
import { isForeignClaim } from './isForeignClaim';
import { eventsWithReason } from './karpenterEvents';

/** Reasons of Karpenter's events about instances that AWS takes away. */
export const INTERRUPTIONS: readonly string[] = [
  // This event accompanies each of the others, which are more specific and
  // override it.
  'TerminatingOnInterruption',
  'SpotInterrupted',
  'InstanceStopping',
  'InstanceTerminating',
  'InstanceUnhealthy',
  'CapacityReservationInstanceInterrupted',
];

/**
 * Events of the last hour by NodeClaim; of several events, the one whose reason
 * comes last in `wanted` is kept.
 */
export function claimsWithEvents(
  cluster: ClusterState,
  wanted: readonly string[],
): Map<string, EventFacts> {
  const byClaim = new Map<string, EventFacts>();
  for (const event of wanted.flatMap(reason =>
    eventsWithReason(cluster, reason, HOUR),
  )) {
    const { kind, name } = event.involved;
    if (kind === 'NodeClaim' && name && !isForeignClaim(cluster, name)) {
      byClaim.set(name, event);
    }
  }
  return byClaim;
}

import type { EventFacts } from '../../kinds';

/** What Karpenter says of each node that comes, is looked at, or goes. */
const ROUTINE_REASONS = new Set([
  'ConsolidationApproved',
  'ConsolidationCandidate',
  'ConsolidationRejected',
  'Disrupted',
  'DisruptionLaunching',
  'DisruptionWaitingReadiness',
  'Evicted',
  'Nominated',
]);

/** Conditions that become true in the life of every object. */
const GOOD_CONDITIONS = new Set([
  'AMIsReady',
  'CapacityReservationsReady',
  'ConsistentStateFound',
  'Drained',
  'Initialized',
  'InstanceProfileReady',
  'Launched',
  'NodeClassReady',
  'NodeRegistrationHealthy',
  'Ready',
  'Registered',
  'SecurityGroupsReady',
  'SubnetsReady',
  'ValidationSucceeded',
  'VolumesDetached',
]);

/** A condition that is seen for the first time; not one that was false. */
const FIRST_TRUE =
  /^Status condition transitioned, .*Status: Unknown -> True\b/;
/** Nodes that are removed because they are not needed. */
const CONSOLIDATES = /: (?:Empty|Underutilized)\b/;
/** Why a node that was just made, or is going, is not looked at. */
const NOT_LOOKED_AT =
  /is nominated for a pending pod|does not have an associated node|is deleting or marked for deletion/i;
/** Somebody set these, or has to change them. */
const NAMES_BLOCKER = /\bpdb\b|do-not-(?:disrupt|repair)/i;

/**
 * Whether an event of Karpenter belongs to the normal life of nodes: a launch
 * that goes well, or an expected consolidation. Warnings never do.
 */
export function isRoutineEvent(
  event: Pick<EventFacts, 'type' | 'reason' | 'message'>,
): boolean {
  const { type, reason = '', message } = event;
  if (type !== 'Normal') {
    return false;
  }
  switch (reason) {
    case 'Consolidatable':
      return true;
    case 'DisruptionTerminating':
      return CONSOLIDATES.test(message);
    case 'DisruptionBlocked':
      return NOT_LOOKED_AT.test(message);
    case 'Unconsolidatable':
      return !NAMES_BLOCKER.test(message);
    default:
      return (
        ROUTINE_REASONS.has(reason) ||
        (GOOD_CONDITIONS.has(reason) && FIRST_TRUE.test(message))
      );
  }
}

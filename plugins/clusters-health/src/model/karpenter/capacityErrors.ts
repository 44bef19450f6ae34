import { MINUTE } from '../durations';
import type { ClusterState } from '../ClusterState';
import type { EventFacts } from '../../kinds';
import { eventsWithReason } from './karpenterEvents';

/**
 * Karpenter skips a refused offering for 3 minutes, and one cycle takes about 6
 * minutes.
 */
export const CAPACITY_WINDOW = 10 * MINUTE;

/**
 * NodeClaims that failed for lack of capacity, by name, the newest event first.
 */
export function capacityErrors(
  cluster: ClusterState,
  within = CAPACITY_WINDOW,
): Map<string, EventFacts> {
  const result = new Map<string, EventFacts>();
  for (const event of eventsWithReason(
    cluster,
    'InsufficientCapacityError',
    within,
  )) {
    // Since 1.15 the event is also on nominated pods, and its message names the
    // claim.
    const claim =
      event.involved.kind === 'NodeClaim'
        ? event.involved.name
        : /NodeClaim (\S+) nominated/.exec(event.message)?.[1];
    if (claim && !result.has(claim)) {
      result.set(claim, event);
    }
  }
  return result;
}

/** The NodePool of a NodeClaim, taken from the claim's generated name. */
export function poolOfClaimName(
  claim: string,
  pools: readonly { name: string }[],
): string | undefined {
  const prefix = claim.slice(0, Math.max(0, claim.lastIndexOf('-')));
  return pools.find(({ name }) => name === prefix)?.name;
}

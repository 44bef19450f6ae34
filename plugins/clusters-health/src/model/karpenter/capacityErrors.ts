import { MINUTE } from '../durations';
import { ClusterState } from '../ClusterState';
import { EventFacts } from '../../kinds';
import { eventsWithReason } from './karpenterEvents';

/** A refused offering is skipped for 3 minutes and the cycle takes about 6. */
export const CAPACITY_WINDOW = 10 * MINUTE;

/** Claims that failed for want of capacity, newest event first, by name. */
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
    // Since 1.15 the event is on nominated pods, too, naming the claim.
    const claim =
      event.involved.kind === 'NodeClaim'
        ? event.involved.name
        : /NodeClaim (\S+) nominated/.exec(event.message)?.[1];
    if (claim && !result.has(claim)) result.set(claim, event);
  }
  return result;
}

/** The NodePool that a NodeClaim's generated name comes from. */
export function poolOfClaimName(
  claim: string,
  pools: readonly { name: string }[],
): string | undefined {
  const prefix = claim.slice(0, Math.max(0, claim.lastIndexOf('-')));
  return pools.find(({ name }) => name === prefix)?.name;
}

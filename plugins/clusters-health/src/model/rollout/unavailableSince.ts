import { conditionOf, type WorkloadFacts } from '../../kinds';

/**
 * Since when a Deployment has had too few available replicas, according to its
 * condition.
 */
export function unavailableSince(workload: WorkloadFacts): number | undefined {
  const available = conditionOf(workload, 'Available');
  return available?.status === 'False' ? available.since : undefined;
}

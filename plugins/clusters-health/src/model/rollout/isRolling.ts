import { conditionOf, type WorkloadFacts } from '../../kinds';

/** Whether some replicas of a Deployment have not been updated yet. */
export function isRolling({
  desired = 1,
  updated,
  observedGeneration = 0,
  generation = 0,
}: WorkloadFacts): boolean {
  return updated < desired || observedGeneration < generation;
}

/** Whether the rollout of a Deployment exceeded its progress deadline. */
export function isOverdue(deployment: WorkloadFacts): boolean {
  return conditionOf(deployment, 'Progressing')?.status === 'False';
}

import { type ConditionFacts, conditionOf, type PodFacts } from '../kinds';

/** The condition with which the scheduler says that no node fits a pod. */
export function unschedulable(pod: PodFacts): ConditionFacts | undefined {
  const scheduled = conditionOf(pod, 'PodScheduled');
  return scheduled?.status === 'False' && scheduled.reason === 'Unschedulable'
    ? scheduled
    : undefined;
}

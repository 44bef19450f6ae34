import { unschedulable } from '../ClusterIndex';
import { PodFacts } from '../../kinds';

/** Since when a pod has waited for a node, by its own times. */
export function unscheduledSince(pod: PodFacts): number | undefined {
  return unschedulable(pod)?.since ?? pod.createdAt;
}

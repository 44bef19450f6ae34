import { unschedulable } from '../unschedulable';
import type { PodFacts } from '../../kinds';

/** Since when a pod has waited for a node, according to the pod. */
export function unscheduledSince(pod: PodFacts): number | undefined {
  return unschedulable(pod)?.since ?? pod.createdAt;
}

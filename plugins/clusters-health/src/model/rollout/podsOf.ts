import type { PodFacts, WorkloadFacts } from '../../kinds';
import type { ClusterState } from '../ClusterState';

/**
 * Pods that a Deployment or DaemonSet selects; terminating pods are left out.
 */
export function podsOf(
  cluster: ClusterState,
  { namespace, matchLabels }: WorkloadFacts,
): PodFacts[] {
  const wanted = Object.entries(matchLabels);
  if (wanted.length === 0) {
    return [];
  }
  return cluster
    .items('pods')
    .filter(
      pod =>
        pod.namespace === namespace &&
        pod.deletedAt === undefined &&
        wanted.every(([key, value]) => pod.labels[key] === value),
    );
}

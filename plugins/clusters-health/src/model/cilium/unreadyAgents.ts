import type { ClusterState } from '../ClusterState';
import type { PodFacts } from '../../kinds';
import { conditionOf } from '../../kinds';

/** An agent pod that is not ready, and since when it has not been ready. */
export interface AgentPod {
  pod: PodFacts;
  /** Milliseconds since 1970. */
  since?: number;
}

/**
 * Agent pods that are not ready, the longest unready first. Terminating pods
 * are left out.
 */
export function unreadyAgents(cluster: ClusterState): AgentPod[] {
  const result: AgentPod[] = [];
  for (const pod of cluster.index.ciliumAgentPods().values()) {
    const ready = conditionOf(pod, 'Ready');
    if (pod.deletedAt === undefined && ready?.status !== 'True') {
      const since = ready?.since ?? pod.startedAt ?? pod.createdAt;
      result.push({
        pod,
        since: cluster.age(since) === undefined ? undefined : since,
      });
    }
  }
  return result.sort((a, b) => (a.since ?? Infinity) - (b.since ?? Infinity));
}

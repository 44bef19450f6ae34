import type { ClusterState } from '../ClusterState';
import { conditionOf, type PdbFacts, type PodFacts } from '../../kinds';
import { pdbSelects } from './pdbSelects';

/**
 * The PodDisruptionBudgets because of which the API server refuses to evict a
 * pod: the budget that allows no disruption, or all budgets when several cover
 * the pod. For a pod with several budgets, the API server always refuses.
 */
export function blockingPdbs(
  cluster: ClusterState,
  pod: PodFacts,
): readonly PdbFacts[] {
  // A pod that has not started, or that is terminating, is evicted without a
  // check of budgets.
  if (pod.phase === 'Pending' || pod.deletedAt !== undefined) {
    return [];
  }
  const covering = cluster
    .items('poddisruptionbudgets')
    .filter(pdb => pdbSelects(pdb, pod));
  return covering.length > 1
    ? covering
    : covering.filter(
        pdb => pdb.disruptionsAllowed === 0 && !letsUnreadyGo(pdb, pod),
      );
}

/**
 * Whether the budget's policy for pods that are not ready allows the eviction
 * of this pod.
 */
function letsUnreadyGo(pdb: PdbFacts, pod: PodFacts): boolean {
  if (conditionOf(pod, 'Ready')?.status === 'True') {
    return false;
  }
  const { currentHealthy = 0, desiredHealthy = 0 } = pdb;
  return (
    pdb.unhealthyPodEvictionPolicy === 'AlwaysAllow' ||
    (desiredHealthy > 0 && currentHealthy >= desiredHealthy)
  );
}

import { PHASE_LABEL } from '@clusterworks/plugin-clusters-spec';
import { type NodePoolFacts, quantityToNumber } from '../kinds';
import type { ClusterState } from './ClusterState';

/**
 * Whether the cluster is being removed: each of its NodePools has the label, is
 * being deleted, or is limited to zero nodes or CPUs. One such pool beside
 * others does not mean that the cluster is being removed.
 */
export function isDraining(cluster: ClusterState): boolean {
  const pools = cluster.index.ownPools();
  return cluster.ok('nodepools') && pools.length > 0 && pools.every(isEnding);
}

/**
 * Whether the cluster is being removed for certain: each pool has the label or
 * is being deleted. A limit of zero may be a mistake.
 */
export function isTakenDown(cluster: ClusterState): boolean {
  const pools = cluster.index.ownPools();
  return cluster.ok('nodepools') && pools.length > 0 && pools.every(isLeaving);
}

/** Whether a cluster that is taken down has no node of Karpenter left. */
export function isDrained(cluster: ClusterState): boolean {
  return (
    isTakenDown(cluster) &&
    cluster.ok('nodeclaims') &&
    cluster.items('nodeclaims').length === 0
  );
}

/** Whether a pool is being removed: it has the label or is being deleted. */
export function isLeaving({ labels, deletedAt }: NodePoolFacts): boolean {
  return labels[PHASE_LABEL] === 'draining' || deletedAt !== undefined;
}

/**
 * Whether a limit of zero turns a pool off: it launches nothing while its
 * definition stays in git, whether or not it still has nodes.
 */
export function isTurnedOff({
  limits: { cpu, nodes },
}: NodePoolFacts): boolean {
  return [cpu, nodes].some(limit => quantityToNumber(limit ?? '') === 0);
}

function isEnding(pool: NodePoolFacts): boolean {
  return isLeaving(pool) || pool.replicas === 0 || isTurnedOff(pool);
}

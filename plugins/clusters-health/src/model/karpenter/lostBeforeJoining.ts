import { addTo } from '../addTo';
import type { ClusterState } from '../ClusterState';
import { poolOfClaimName } from './capacityErrors';
import { claimLives } from './claimLives';

/** Cached per cluster, because it is needed for every waiting pod. */
const found = new WeakMap<ClusterState, Map<string, string[]>>();

/**
 * Names of deleted NodeClaims, by pool, whose instance was launched and ended
 * before it became a node, according to Karpenter's events of the last hour.
 */
export function lostBeforeJoining(
  cluster: ClusterState,
): ReadonlyMap<string, string[]> {
  let lost = found.get(cluster);
  if (!lost) {
    lost = findLost(cluster);
    found.set(cluster, lost);
  }
  return lost;
}

function findLost(cluster: ClusterState): Map<string, string[]> {
  const lost = new Map<string, string[]>();
  for (const { name, launchedAt, registeredAt, ...life } of claimLives(
    cluster,
  )) {
    const gone = !cluster.index.claimByName().has(name);
    const died = launchedAt !== undefined && registeredAt === undefined;
    const pool = poolOfClaimName(name, cluster.index.ownPools());
    if (gone && died && !life.interrupted && !life.refused && pool) {
      addTo(lost, pool, name);
    }
  }
  return lost;
}

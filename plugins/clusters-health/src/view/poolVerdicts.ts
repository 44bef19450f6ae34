import type { PoolVerdictView } from '@clusterworks/plugin-clusters-common';
import type { PodFacts } from '../kinds';
import { PoolRoom } from '../model/placement';
import type { Look } from './Look';

/** A cluster with more pools is not compared pool by pool. */
const MOST_POOLS = 50;

/**
 * What each NodePool says to a pod that has no node, predicate by predicate.
 * Undefined when NodePools could not be read, or are too many.
 */
export function poolVerdicts(
  look: Look,
  pod: PodFacts,
): PoolVerdictView[] | undefined {
  const pools = look.index.ownPools();
  if (!look.cluster.ok('nodepools') || pools.length > MOST_POOLS) {
    return undefined;
  }
  return pools.map(pool => {
    const room = new PoolRoom(
      pool,
      look.index.classByName().get(pool.nodeClass.name ?? ''),
    );
    // Where a bound volume is, is not known of a pod without a node.
    const checks = [...room.judge(pod, undefined)].map(check =>
      check.by === 'zone' && pod.placement.volumes
        ? { ...check, is: 'unknown' as const }
        : check,
    );
    const all = [
      ...checks,
      ...(pod.placement.byOtherPods
        ? [{ by: 'otherPods' as const, is: 'unknown' as const }]
        : []),
    ];
    // The worst answer decides.
    const takes =
      (['no', 'unknown'] as const).find(is =>
        all.some(check => check.is === is),
      ) ?? 'yes';
    return { nodePool: pool.name, takes, checks: all };
  });
}

import { ClusterState } from '../model/ClusterState';
import type { PodFacts, Snapshot } from '../kinds';
import type { DrainBlocker } from '../model/disruption/drainBlockers';
import { drainBlockers, podsToEvict } from '../model/disruption/drainBlockers';

/**
 * The effects of draining a node.
 *
 * @public
 */
export interface DrainPreview {
  node: string;
  /** Pods that would be evicted at once, `namespace/name`. */
  evicted: string[];
  /**
   * Pods that could not be evicted, why, and what would make the eviction
   * possible.
   */
  blocked: {
    pod: string;
    /** The owner of the pod, `ReplicaSet/web-5f6d`. */
    owner?: string;
    why: DrainBlocker['why'];
    by?: string;
    free: string;
  }[];
  /** Pods whose local data (emptyDir) would be deleted. */
  losesLocalData: string[];
  /** Pods that no controller would replace. */
  unowned: string[];
  /** Why the preview is incomplete; absent when it is complete. */
  incomplete?: string;
}

/**
 * The effects of draining a node now: evicted pods, blocked pods with the
 * reason, and lost data. When a budget allows one eviction, one pod is evicted;
 * further pods of the budget count as evicted one after the other.
 *
 * @param now - RFC 3339
 *
 * @public
 */
export function drainPreview(
  snapshot: Snapshot,
  node: string,
  now: string,
): DrainPreview {
  return drainPreviews(snapshot, now)(node);
}

/**
 * {@link drainPreview} for several nodes of one cluster, which is indexed only
 * once.
 *
 * @param now - RFC 3339
 *
 * @public
 */
export function drainPreviews(
  snapshot: Snapshot,
  now: string,
): (node: string) => DrainPreview {
  const cluster = new ClusterState(snapshot, Date.parse(now));
  return node => drainPreviewOf(cluster, node);
}

/** {@link drainPreview} of a cluster that is indexed already. */
export function drainPreviewOf(
  cluster: ClusterState,
  node: string,
): DrainPreview {
  const pods = podsToEvict(cluster, node);
  const blockers = drainBlockers(cluster, node);
  const held = new Set(blockers.map(({ pod }) => nameOf(pod)));
  const going = pods.filter(pod => !held.has(nameOf(pod)));
  const incomplete = doubt(cluster, node);
  return {
    node,
    evicted: going.map(nameOf),
    blocked: blockers.map(({ pod, why, pdb, free }) => ({
      pod: nameOf(pod),
      ...ownerOf(pod),
      why,
      ...(pdb ? { by: `${pdb.namespace}/${pdb.name}` } : {}),
      free,
    })),
    losesLocalData: pods.filter(pod => pod.localData).map(nameOf),
    unowned: pods.filter(pod => pod.owners.length === 0).map(nameOf),
    ...(incomplete ? { incomplete } : {}),
  };
}

/** A missing node has no pods either, so an empty preview would be wrong. */
function doubt(cluster: ClusterState, node: string): string | undefined {
  const missing = (['pods', 'poddisruptionbudgets'] as const).find(
    source => !cluster.ok(source),
  );
  if (missing) {
    return `${missing}: ${cluster.state(missing)}`;
  }
  return cluster.ok('nodes') && !cluster.index.nodeByName().has(node)
    ? `there is no node ${node}`
    : undefined;
}

function ownerOf(pod: PodFacts): { owner?: string } {
  const owner = pod.owners.find(one => one.controller) ?? pod.owners[0];
  return owner ? { owner: `${owner.kind}/${owner.name}` } : {};
}

function nameOf(pod: PodFacts): string {
  return `${pod.namespace ?? ''}/${pod.name}`;
}

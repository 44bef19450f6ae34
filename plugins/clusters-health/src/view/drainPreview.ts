import { ClusterState } from '../model/ClusterState';
import { PodFacts, Snapshot } from '../kinds';
import {
  DrainBlocker,
  drainBlockers,
  podsToEvict,
} from '../model/disruption/drainBlockers';

/**
 * What a drain of a node would do.
 *
 * @public
 */
export interface DrainPreview {
  node: string;
  /** Pods that would be evicted at once, `namespace/name`. */
  evicted: string[];
  /** Pods that would not go, why, and what would free them. */
  blocked: {
    pod: string;
    /** What made the pod, `ReplicaSet/web-5f6d`. */
    owner?: string;
    why: DrainBlocker['why'];
    by?: string;
    free: string;
  }[];
  /** Pods whose local data (emptyDir) would be lost. */
  losesLocalData: string[];
  /** Pods that nothing would start again. */
  unowned: string[];
  /** Why the preview is not the whole truth; absent when it is. */
  incomplete?: string;
}

/**
 * What a drain of a node would do now: which pods go, which are held and by
 * what, and what is lost. A budget that allows one eviction lets one pod go;
 * further pods of it count as evicted one after the other.
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
  const cluster = new ClusterState(snapshot, Date.parse(now));
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

/** A node that is not there has no pods: that is no answer to the question. */
function doubt(cluster: ClusterState, node: string): string | undefined {
  const missing = (['pods', 'poddisruptionbudgets'] as const).find(
    source => !cluster.ok(source),
  );
  if (missing) return `${missing}: ${cluster.state(missing)}`;
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

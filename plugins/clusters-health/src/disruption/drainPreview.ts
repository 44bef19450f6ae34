import { RuleContext } from '../engine/RuleContext';
import { PodFacts, Snapshot } from '../snapshot';
import { DrainBlocker, drainBlockers, podsToEvict } from './drainBlockers';

/** What a drain of a node would do. */
export interface DrainPreview {
  node: string;
  /** Pods that would be evicted at once, `namespace/name`. */
  evicted: string[];
  /** Pods that would not go, why, and what would free them. */
  blocked: {
    pod: string;
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
 */
export function drainPreview(
  snapshot: Snapshot,
  node: string,
  now: string,
): DrainPreview {
  const ctx = new RuleContext(snapshot, Date.parse(now), undefined);
  const pods = podsToEvict(ctx, node);
  const blockers = drainBlockers(ctx, node);
  const held = new Set(blockers.map(({ pod }) => nameOf(pod)));
  const going = pods.filter(pod => !held.has(nameOf(pod)));
  const missing = (['pods', 'poddisruptionbudgets'] as const).find(
    source => !ctx.ok(source),
  );
  return {
    node,
    evicted: going.map(nameOf),
    blocked: blockers.map(({ pod, why, pdb, free }) => ({
      pod: nameOf(pod),
      why,
      ...(pdb ? { by: `${pdb.namespace}/${pdb.name}` } : {}),
      free,
    })),
    losesLocalData: pods.filter(pod => pod.localData).map(nameOf),
    unowned: pods.filter(pod => pod.owners.length === 0).map(nameOf),
    ...(missing ? { incomplete: `${missing}: ${ctx.state(missing)}` } : {}),
  };
}

function nameOf(pod: PodFacts): string {
  return `${pod.namespace ?? ''}/${pod.name}`;
}

import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';

/** Workloads of one cluster that are kept; each may be a condition. */
const MAX_WORKLOADS = 50;
/** The view lists at most this many nodes; with as many there may be more. */
const LISTED_NODES = 100;

type Blocker = HeldNodeView['blockers'][number];

/** A workload whose pods keep nodes that are to go. */
export interface HeldWorkload {
  namespace: string;
  /** Kind and name, without the parts that change with each rollout. */
  workload: string;
  /** Labels of one of its pods. */
  labels: Record<string, string>;
  why: Blocker['why'];
  /** The PodDisruptionBudget, if one keeps the nodes. */
  by?: string;
  /** What would free the nodes. */
  free: string;
  /** Nodes that it keeps. */
  nodes: number;
  /** Whether one of them is to be replaced because it drifted. */
  drifted: boolean;
  /** There may be more nodes. */
  mayBeMore: boolean;
  /**
   * Since when the node that waits longest is to go, in milliseconds since
   * 1970.
   */
  since: number;
}

/** The workloads that keep nodes, those that do so for longest first. */
export function heldWorkloads(
  heldNodes: readonly HeldNodeView[],
): HeldWorkload[] {
  const found = new Map<string, HeldWorkload>();
  for (const { since, blockers, why } of heldNodes) {
    const at = Date.parse(since ?? '');
    if (!Number.isNaN(at)) {
      for (const [key, blocker] of byWorkload(blockers)) {
        const before = found.get(key);
        const one = before ?? {
          ...workloadOf(blocker),
          ...{ nodes: 0, since: at, drifted: false },
        };
        found.set(key, {
          ...one,
          nodes: one.nodes + 1,
          since: Math.min(one.since, at),
          drifted: one.drifted || why === 'drifted',
          mayBeMore: heldNodes.length >= LISTED_NODES,
        });
      }
    }
  }
  return [...found.values()]
    .sort((left, right) => left.since - right.since)
    .slice(0, MAX_WORKLOADS);
}

/** One pod of each workload. */
function byWorkload(blockers: readonly Blocker[]): Map<string, Blocker> {
  const found = new Map<string, Blocker>();
  for (const blocker of blockers) {
    const { namespace, workload } = workloadOf(blocker);
    const key = `${namespace}/${workload}`;
    found.set(key, found.get(key) ?? blocker);
  }
  return found;
}

function workloadOf({ pod, owner, labels = {}, why, by, free }: Blocker) {
  const [namespace, name = ''] = pod.split('/');
  const workload = owner ? rolloutless(owner, labels) : `Pod/${name}`;
  return { namespace, workload, labels, why, by, free, mayBeMore: false };
}

/**
 * A Deployment's ReplicaSet has another name after each rollout; the hash that
 * it ends with is a label of its pods.
 */
function rolloutless(owner: string, labels: Record<string, string>): string {
  const hash = labels['pod-template-hash'];
  const ends = hash !== undefined && owner.endsWith(`-${hash}`);
  return owner.startsWith('ReplicaSet/') && ends
    ? `Deployment/${owner.slice('ReplicaSet/'.length, -hash.length - 1)}`
    : owner;
}

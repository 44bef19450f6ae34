import type { ClusterState } from '../ClusterState';
import { parseGoDuration } from '../durations';
import { type PdbFacts, type PodFacts, tolerates } from '../../kinds';
import { blockingPdbs } from './blockingPdbs';

/** A pod that cannot be evicted, and the reason. Such a pod keeps its node. */
export interface DrainBlocker {
  pod: PodFacts;
  why: 'pdb' | 'do-not-disrupt' | 'terminating';
  /** The budget, when a budget is the reason. */
  pdb?: PdbFacts;
  /** All budgets that cover the pod, when there are several. */
  pdbs?: readonly PdbFacts[];
  /** What would make the eviction possible. */
  free: string;
}

const TERMINATING_MS = 5 * 60_000;
const DO_NOT_DISRUPT = 'karpenter.sh/do-not-disrupt';

/**
 * The taint that Karpenter sets on a node before it drains it; pods that
 * tolerate this taint are not evicted.
 */
const disrupted = { key: 'karpenter.sh/disrupted', effect: 'NoSchedule' };

/**
 * Whether a drain does not evict the pod: it terminates together with its node.
 */
export function staysOnDrain(pod: PodFacts): boolean {
  return isOf(pod, 'DaemonSet') || isMirror(pod);
}

/** Whether Karpenter does not wait for the pod before it ends the instance. */
export function toleratesDrain({ tolerations }: PodFacts): boolean {
  return tolerates(tolerations, disrupted);
}

/** Pods of a node that a drain has to evict. */
export function podsToEvict(cluster: ClusterState, node: string): PodFacts[] {
  return podsThatRun(cluster, node).filter(pod => !staysOnDrain(pod));
}

/**
 * The pods that keep Karpenter from draining a node: pods that one or more
 * PodDisruptionBudgets protect, pods annotated with do-not-disrupt, and pods
 * that hang in termination. Pods of DaemonSets count too, because Karpenter
 * evicts those that do not tolerate its taint. Karpenter does not wait for pods
 * that tolerate the taint.
 */
export function drainBlockers(
  cluster: ClusterState,
  node: string,
): DrainBlocker[] {
  return podsThatRun(cluster, node)
    .filter(pod => !isMirror(pod) && !toleratesDrain(pod))
    .flatMap(pod => blockerOf(cluster, pod) ?? []);
}

function blockerOf(
  cluster: ClusterState,
  pod: PodFacts,
): DrainBlocker | undefined {
  if (asksNotToBeDisrupted(cluster, pod)) {
    return {
      pod,
      why: 'do-not-disrupt',
      free: `remove the annotation ${DO_NOT_DISRUPT} of pod ${nameOf(pod)}`,
    };
  }
  const pdbs = blockingPdbs(cluster, pod);
  if (pdbs.length > 0) {
    return ofBudgets(pod, pdbs);
  }
  const ending = cluster.age(pod.deletedAt);
  return ending !== undefined && ending > TERMINATING_MS
    ? {
        pod,
        why: 'terminating',
        free: `see why pod ${nameOf(
          pod,
        )} does not end (finalizers, a dead kubelet)`,
      }
    : undefined;
}

function ofBudgets(pod: PodFacts, pdbs: readonly PdbFacts[]): DrainBlocker {
  const [pdb] = pdbs;
  if (pdbs.length === 1) {
    return {
      pod,
      pdb,
      why: 'pdb',
      free: `make room in PodDisruptionBudget ${pdb.namespace}/${
        pdb.name
      } (${sayPdb(pdb)}): more replicas, or a smaller minAvailable`,
    };
  }
  const names = pdbs.map(({ name }) => name).join(' and ');
  return {
    pod,
    pdb,
    pdbs,
    why: 'pdb',
    free: `keep one of the PodDisruptionBudgets ${names} of namespace ${
      pdb.namespace
    } and delete or narrow the others: the API server evicts no pod that more than one of them covers, such as pod ${nameOf(
      pod,
    )} is`,
  };
}

/**
 * In newer versions of Karpenter the annotation may be a duration, counted from
 * the start of the pod.
 */
function asksNotToBeDisrupted(cluster: ClusterState, pod: PodFacts): boolean {
  const value = pod.annotations[DO_NOT_DISRUPT];
  if (value === undefined || value === 'true') {
    return value === 'true';
  }
  const wanted = parseGoDuration(value);
  const age = cluster.age(pod.startedAt ?? pod.createdAt);
  return wanted !== undefined && age !== undefined && age < wanted;
}

function podsThatRun(cluster: ClusterState, node: string): PodFacts[] {
  return (cluster.index.podsByNode().get(node) ?? []).filter(
    ({ phase }) => phase !== 'Succeeded' && phase !== 'Failed',
  );
}

function isOf(pod: PodFacts, kind: string): boolean {
  return pod.owners.some(owner => owner.kind === kind);
}

/** Static pods of kubelet: the API server cannot evict them. */
function isMirror(pod: PodFacts): boolean {
  return (
    isOf(pod, 'Node') ||
    pod.annotations['kubernetes.io/config.mirror'] !== undefined
  );
}

function nameOf(pod: PodFacts): string {
  return `${pod.namespace}/${pod.name}`;
}

function sayPdb(pdb: PdbFacts): string {
  const rule =
    pdb.minAvailable === undefined
      ? `maxUnavailable ${pdb.maxUnavailable}`
      : `minAvailable ${pdb.minAvailable}`;
  return `${rule}, ${pdb.currentHealthy ?? '?'} healthy of ${
    pdb.desiredHealthy ?? '?'
  } needed`;
}

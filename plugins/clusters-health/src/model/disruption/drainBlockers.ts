import { ClusterState } from '../ClusterState';
import { PdbFacts, PodFacts } from '../../kinds';
import { pdbSelects } from './pdbSelects';

/** What keeps a pod, and so its node, from going. */
export interface DrainBlocker {
  pod: PodFacts;
  why: 'pdb' | 'do-not-disrupt' | 'terminating';
  /** The budget, when that is it. */
  pdb?: PdbFacts;
  /** What would free it. */
  free: string;
}

const TERMINATING_MS = 5 * 60_000;

/** Whether a drain leaves the pod where it is: it ends with the node. */
export function staysOnDrain(pod: PodFacts): boolean {
  return (
    pod.owners.some(
      owner => owner.kind === 'DaemonSet' || owner.kind === 'Node',
    ) || pod.annotations['kubernetes.io/config.mirror'] !== undefined
  );
}

/** Pods of a node that a drain would have to evict. */
export function podsToEvict(cluster: ClusterState, node: string): PodFacts[] {
  return (cluster.index.podsByNode().get(node) ?? []).filter(
    pod =>
      !staysOnDrain(pod) && pod.phase !== 'Succeeded' && pod.phase !== 'Failed',
  );
}

/**
 * What keeps a node from being drained: pods under a PodDisruptionBudget that
 * allows none, pods that ask not to be disrupted, pods that hang while ending.
 */
export function drainBlockers(
  cluster: ClusterState,
  node: string,
): DrainBlocker[] {
  return podsToEvict(cluster, node).flatMap((pod): DrainBlocker[] => {
    const name = `${pod.namespace}/${pod.name}`;
    if (pod.annotations['karpenter.sh/do-not-disrupt'] === 'true') {
      return [
        {
          pod,
          why: 'do-not-disrupt',
          free: `remove the annotation karpenter.sh/do-not-disrupt of pod ${name}`,
        },
      ];
    }
    const pdb = blockingPdb(cluster, pod);
    if (pdb) {
      return [
        {
          pod,
          pdb,
          why: 'pdb',
          free: `make room in PodDisruptionBudget ${pdb.namespace}/${
            pdb.name
          } (${sayPdb(pdb)}): more replicas, or a smaller minAvailable`,
        },
      ];
    }
    const ending = cluster.age(pod.deletedAt);
    if (ending !== undefined && ending > TERMINATING_MS) {
      return [
        {
          pod,
          why: 'terminating',
          free: `see why pod ${name} does not end (finalizers, a dead kubelet)`,
        },
      ];
    }
    return [];
  });
}

/** The budget that allows no eviction of the pod, if one does not. */
export function blockingPdb(
  cluster: ClusterState,
  pod: PodFacts,
): PdbFacts | undefined {
  return cluster
    .items('poddisruptionbudgets')
    .find(
      pdb =>
        pdb.namespace === pod.namespace &&
        pdb.disruptionsAllowed === 0 &&
        pdbSelects(pdb, pod),
    );
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

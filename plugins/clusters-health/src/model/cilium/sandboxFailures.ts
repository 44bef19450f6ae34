import { MINUTE } from '../durations';
import type { ClusterState } from '../ClusterState';
import type { EventFacts, PodFacts } from '../../kinds';
import { type SandboxCause, sandboxCause } from './sandboxCause';

/** Kubelet repeats the event while it keeps trying; an older event is over. */
const WINDOW = 10 * MINUTE;

/** A pod that hangs in ContainerCreating, and the cause. */
export interface SandboxFailure {
  pod: PodFacts;
  event: EventFacts;
  cause: SandboxCause;
}

/** Cached per cluster, because it is needed for many nodes. */
const found = new WeakMap<ClusterState, SandboxFailure[]>();

/**
 * Pods that still wait for their network and have a recent event about it, each
 * with its newest event. Nodes on which Cilium's agent does not belong are left
 * out: their pods use another network.
 */
export function sandboxFailures(cluster: ClusterState): SandboxFailure[] {
  let failures = found.get(cluster);
  if (!failures) {
    failures = findFailures(cluster);
    found.set(cluster, failures);
  }
  return failures;
}

function findFailures(cluster: ClusterState): SandboxFailure[] {
  const newest = new Map<string, EventFacts>();
  const events =
    cluster.index.eventsByReason().get('FailedCreatePodSandBox') ?? [];
  for (const event of events) {
    const { name, namespace } = event.involved;
    if (name && cluster.recent(event, WINDOW)) {
      const key = `${namespace}/${name}`;
      const known = newest.get(key);
      if ((known?.lastAt ?? -Infinity) <= (event.lastAt ?? 0)) {
        newest.set(key, event);
      }
    }
  }
  return [...newest].flatMap(([key, event]) => {
    const pod = cluster.index.podByKey().get(key);
    const waits =
      cluster.index.agentBelongsOn(pod?.nodeName ?? '') !== 'no' &&
      pod?.phase === 'Pending' &&
      pod.podIp === undefined &&
      pod.deletedAt === undefined;
    return waits ? [{ pod, event, cause: sandboxCause(event.message) }] : [];
  });
}

/**
 * Since when pods of a node have failed because they have no network; undefined
 * when none has.
 */
export function failingSince(
  cluster: ClusterState,
  node: string,
  causes?: readonly SandboxCause[],
): number | undefined {
  const times = sandboxFailures(cluster)
    .filter(({ pod, cause }) => {
      return pod.nodeName === node && (!causes || causes.includes(cause));
    })
    .flatMap(({ event }) => event.firstAt ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

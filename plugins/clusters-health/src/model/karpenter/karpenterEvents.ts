import { eventKey } from '../eventKey';
import type { ClusterState } from '../ClusterState';
import type { EventFacts, PodFacts } from '../../kinds';

/**
 * Whether Karpenter wrote the event; the scheduler uses some of the same
 * reasons.
 */
export function fromKarpenter(event: EventFacts): boolean {
  return event.component === 'karpenter';
}

/** Karpenter's recent events about an object, newest first. */
export function eventsOf(
  cluster: ClusterState,
  kind: string,
  name: string,
  within: number,
  namespace?: string,
): EventFacts[] {
  return (
    cluster.index.eventsByObject().get(eventKey(kind, name, namespace)) ?? []
  )
    .filter(event => fromKarpenter(event) && cluster.recent(event, within))
    .sort(newestFirst);
}

/** Karpenter's recent events about a pod, newest first. */
export function eventsOfPod(
  cluster: ClusterState,
  pod: PodFacts,
  within: number,
): EventFacts[] {
  return eventsOf(cluster, 'Pod', pod.name, within, pod.namespace).filter(
    event =>
      // An earlier pod with the same name may have left events behind.
      event.involved.uid === undefined ||
      pod.uid === undefined ||
      event.involved.uid === pod.uid,
  );
}

/** Karpenter's recent events with a reason, newest first. */
export function eventsWithReason(
  cluster: ClusterState,
  reason: string,
  within: number,
): EventFacts[] {
  return (cluster.index.eventsByReason().get(reason) ?? [])
    .filter(event => fromKarpenter(event) && cluster.recent(event, within))
    .sort(newestFirst);
}

function newestFirst(a: EventFacts, b: EventFacts): number {
  return (b.lastAt ?? 0) - (a.lastAt ?? 0);
}

import { MINUTE } from '../durations';
import { ClusterState } from '../ClusterState';
import { EventFacts, PodFacts } from '../../kinds';

/** Kubelet repeats the event while it tries; an older one is over. */
const WINDOW = 10 * MINUTE;

/** Why kubelet could not give a pod its network. */
export type SandboxCause =
  | 'noAddress'
  | 'rateLimit'
  | 'agentDown'
  | 'notInstalled'
  | 'awsCni'
  | 'other';

/** A pod that hangs in ContainerCreating, and why. */
export interface SandboxFailure {
  pod: PodFacts;
  event: EventFacts;
  cause: SandboxCause;
}

const patterns: [SandboxCause, RegExp][] = [
  ['awsCni', /plugin type="aws-cni"/],
  [
    'noAddress',
    // 1.18 and older, 1.19, 1.20.
    /No more IPs available|no IPs currently available on the node|all CIDR ranges are exhausted/i,
  ],
  ['rateLimit', /putEndpointIdTooManyRequests/],
  ['notInstalled', /failed to find plugin "cilium-cni"/],
  ['agentDown', /cilium\.sock/],
];

/** Reads the cause from kubelet's message. */
export function sandboxCause(message: string): SandboxCause {
  return patterns.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other';
}

/**
 * Pods that still wait for their network and have a recent event that says so,
 * each with its newest. On nodes that Cilium's agent does not belong on, another
 * network answers.
 */
export function sandboxFailures(cluster: ClusterState): SandboxFailure[] {
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

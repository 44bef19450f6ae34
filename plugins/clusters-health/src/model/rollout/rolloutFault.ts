import {
  conditionOf,
  type ContainerStatusFacts,
  type EventFacts,
  type PodFacts,
  type WorkloadFacts,
} from '../../kinds';
import { eventKey } from '../eventKey';
import { unschedulable } from '../unschedulable';
import type { ClusterState } from '../ClusterState';
import { MINUTE } from '../durations';
import { creationFault, type CreationFault } from './creationFault';
import { podsOf } from './podsOf';

/** Kubelet and the scheduler repeat the event while its cause lasts. */
const EVENT_WINDOW = 15 * MINUTE;
/** Waiting for a node, or pulling an image, is normal for this long. */
const SETTLED = 2 * MINUTE;

/**
 * Why a workload does not get its pods:
 *
 * - `notCreated`: the API server refuses them
 * - `notPlaced`: the scheduler finds no node for a pod
 * - `notStarted`: kubelet cannot start a container of a pod
 * - `noNetwork`: the nodes have no network, which is the fault of another
 *   component
 * - `overdue`: the Deployment's own progress deadline is over
 */
export type RolloutFault =
  | ({ how: 'notCreated' } & CreationFault)
  | { how: 'notPlaced'; pod: PodFacts; message: string; since?: number }
  | {
      how: 'notStarted';
      pod: PodFacts;
      /** The container, when kubelet names it. */
      container?: ContainerStatusFacts;
      reason: string;
      event?: EventFacts;
    }
  | { how: 'noNetwork'; pods: PodFacts[]; event?: EventFacts }
  | { how: 'overdue'; message: string; since?: number };

/** Reasons with which kubelet says that a container cannot start at all. */
const CANNOT_START = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/**
 * Why a Deployment or DaemonSet does not get its pods; the most certain fault
 * is returned.
 */
export function rolloutFault(
  cluster: ClusterState,
  kind: 'Deployment' | 'DaemonSet',
  workload: WorkloadFacts,
): RolloutFault | undefined {
  const refused = creationFault(cluster, kind, workload);
  if (refused) {
    return { how: 'notCreated', ...refused };
  }
  const unready = podsOf(cluster, workload).filter(
    pod => conditionOf(pod, 'Ready')?.status !== 'True',
  );
  return (
    notStarted(cluster, unready) ??
    notPlaced(cluster, unready) ??
    noNetwork(cluster, unready) ??
    overdue(workload)
  );
}

function notPlaced(
  cluster: ClusterState,
  pods: readonly PodFacts[],
): RolloutFault | undefined {
  for (const pod of pods) {
    const condition = pod.nodeName ? undefined : unschedulable(pod);
    const age = cluster.age(condition?.since ?? pod.createdAt);
    if (condition && age !== undefined && age >= SETTLED) {
      const { message = '', since } = condition;
      return { how: 'notPlaced', pod, message, since };
    }
  }
  return undefined;
}

function notStarted(
  cluster: ClusterState,
  pods: readonly PodFacts[],
): RolloutFault | undefined {
  for (const pod of pods) {
    const container = pod.containers.find(({ waitingReason = '' }) =>
      CANNOT_START.has(waitingReason),
    );
    const event = newestEvent(
      cluster,
      pod,
      container ? 'Failed' : 'FailedMount',
    );
    const reason = container?.waitingReason ?? event?.reason;
    const age = cluster.age(pod.startedAt ?? pod.createdAt);
    if (reason && (age === undefined || age >= SETTLED)) {
      return { how: 'notStarted', pod, container, reason, event };
    }
  }
  return undefined;
}

/** The fault applies only when every pod that is not ready lacks a network. */
function noNetwork(
  cluster: ClusterState,
  pods: readonly PodFacts[],
): RolloutFault | undefined {
  const cut = pods.filter(pod => lacksNetwork(cluster, pod));
  return cut.length > 0 && cut.length === pods.length
    ? { how: 'noNetwork', pods: cut, event: networkEvent(cluster, cut[0]) }
    : undefined;
}

function lacksNetwork(cluster: ClusterState, pod: PodFacts): boolean {
  return (
    pod.nodeName !== undefined &&
    !pod.hostNetwork &&
    pod.podIp === undefined &&
    networkEvent(cluster, pod) !== undefined
  );
}

function networkEvent(
  cluster: ClusterState,
  pod: PodFacts,
): EventFacts | undefined {
  return (
    newestEvent(cluster, pod, 'FailedCreatePodSandBox') ??
    newestEvent(cluster, pod, 'NetworkNotReady')
  );
}

function overdue(workload: WorkloadFacts): RolloutFault | undefined {
  const progress = conditionOf(workload, 'Progressing');
  return progress?.status === 'False' &&
    progress.reason === 'ProgressDeadlineExceeded'
    ? {
        how: 'overdue',
        message: progress.message ?? '',
        since: progress.since,
      }
    : undefined;
}

function newestEvent(
  cluster: ClusterState,
  { name, namespace, uid }: PodFacts,
  reason: string,
): EventFacts | undefined {
  const key = eventKey('Pod', name, namespace);
  return (cluster.index.eventsByObject().get(key) ?? [])
    .filter(
      event =>
        event.reason === reason &&
        (event.involved.uid === undefined || event.involved.uid === uid) &&
        cluster.recent(event, EVENT_WINDOW),
    )
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))[0];
}

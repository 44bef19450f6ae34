import { conditionOf, type EventFacts, type WorkloadFacts } from '../../kinds';
import type { ClusterState } from '../ClusterState';
import { MINUTE } from '../durations';

/** Controllers retry within 1000 seconds; an older event is over. */
const EVENT_WINDOW = 20 * MINUTE;

/**
 * The API server refuses to create the pods of a workload, so no pod shows the
 * reason.
 */
export interface CreationFault {
  message: string;
  since?: number;
  /**
   * The object and field with the message: `kind` and `name` of the object, and
   * the field.
   */
  kind: string;
  name: string;
  path: string;
}

/**
 * Why no pod of a Deployment or DaemonSet is created, according to the
 * condition ReplicaFailure, else to FailedCreate events of its ReplicaSets, or
 * of the DaemonSet itself, which has no conditions.
 */
export function creationFault(
  cluster: ClusterState,
  kind: 'Deployment' | 'DaemonSet',
  workload: WorkloadFacts,
): CreationFault | undefined {
  const condition = conditionOf(workload, 'ReplicaFailure');
  if (condition?.status === 'True' && condition.reason === 'FailedCreate') {
    return {
      message: condition.message ?? '',
      since: condition.since,
      kind,
      name: workload.name,
      path: 'status.conditions[ReplicaFailure]',
    };
  }
  const event = newestFailure(cluster, kind, workload);
  return (
    event && {
      message: event.message,
      since: event.firstAt,
      kind: event.involved.kind ?? kind,
      name: event.involved.name ?? workload.name,
      path: 'events[FailedCreate]',
    }
  );
}

function newestFailure(
  cluster: ClusterState,
  kind: 'Deployment' | 'DaemonSet',
  { name, namespace }: WorkloadFacts,
): EventFacts | undefined {
  const events = cluster.index.eventsByReason().get('FailedCreate') ?? [];
  return events
    .filter(
      ({ involved, ...event }) =>
        involved.namespace === namespace &&
        (kind === 'DaemonSet'
          ? involved.kind === 'DaemonSet' && involved.name === name
          : involved.kind === 'ReplicaSet' &&
            isReplicaSetOf(name, involved.name ?? '')) &&
        cluster.recent(event, EVENT_WINDOW),
    )
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))[0];
}

/**
 * The name of a ReplicaSet is the Deployment's name and a hash without vowels
 * and dashes.
 */
function isReplicaSetOf(deployment: string, replicaSet: string): boolean {
  const hash = replicaSet.slice(deployment.length + 1);
  return (
    replicaSet.startsWith(`${deployment}-`) && /^[a-z0-9]{1,16}$/.test(hash)
  );
}

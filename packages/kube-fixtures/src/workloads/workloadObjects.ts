import { build, type Json, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import { podSpec } from './podSpec';
import { ownerOf, replicaSetUidOf, uidOf, type Workload } from './Workload';

/**
 * How many pods a workload has. A number that is left out equals the wanted
 * number.
 */
export interface PodCounts {
  /** Pods that exist and are on a node. */
  scheduled?: number;
  ready?: number;
  /** Pods of the newest template. */
  updated?: number;
  /** Since when a Deployment is available, or not. */
  availableSince?: string;
}

function metadata(workload: Workload): Json & { name: string } {
  return {
    name: workload.name,
    namespace: workload.namespace,
    uid: uidOf(workload),
    creationTimestamp: workload.createdAt ?? ago('1d'),
    generation: workload.generation ?? 1,
    labels: workload.labels,
  };
}

function template(workload: Workload, more: Record<string, string> = {}) {
  return {
    metadata: { labels: { ...workload.labels, ...more } },
    spec: podSpec(workload),
  };
}

/** Kubernetes does not write zeros of most counts. */
function orNothing(count: number): number | undefined {
  return count > 0 ? count : undefined;
}

/** A DaemonSet with a pod on each of `replicas` nodes. */
export function daemonSet(
  workload: Workload,
  counts: PodCounts & Overrides = {},
): KubeObject {
  const { scheduled = workload.replicas } = counts;
  const { ready = scheduled, updated = scheduled } = counts;
  return build(
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: {
        ...metadata(workload),
        annotations: { 'deprecated.daemonset.template.generation': '1' },
      },
      spec: {
        revisionHistoryLimit: 10,
        selector: { matchLabels: workload.labels },
        template: template(workload),
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 0, maxUnavailable: 2 },
        },
      },
      status: {
        currentNumberScheduled: scheduled,
        desiredNumberScheduled: scheduled,
        numberMisscheduled: 0,
        numberReady: ready,
        observedGeneration: workload.generation ?? 1,
        updatedNumberScheduled: updated,
        numberAvailable: orNothing(ready),
        numberUnavailable: orNothing(scheduled - ready),
      },
    },
    counts,
  );
}

function deploymentConditions(
  workload: Workload,
  ready: number,
  since: string,
) {
  const isAvailable = ready >= Math.ceil(workload.replicas * 0.75);
  const createdAt = workload.createdAt ?? ago('1d');
  const condition = (
    type: string,
    status: string,
    reason: string,
    message: string,
    time: string,
  ) => ({
    type,
    status,
    reason,
    message,
    lastTransitionTime: time,
    lastUpdateTime: time,
  });
  return [
    isAvailable
      ? condition(
          'Available',
          'True',
          'MinimumReplicasAvailable',
          'Deployment has minimum availability.',
          since,
        )
      : condition(
          'Available',
          'False',
          'MinimumReplicasUnavailable',
          'Deployment does not have minimum availability.',
          since,
        ),
    condition(
      'Progressing',
      'True',
      'NewReplicaSetAvailable',
      `ReplicaSet "${ownerOf(workload)}" has successfully progressed.`,
      createdAt,
    ),
  ];
}

/** A Deployment. */
export function deployment(
  workload: Workload,
  counts: PodCounts & Overrides = {},
): KubeObject {
  const { scheduled = workload.replicas, ready = scheduled } = counts;
  const since = counts.availableSince ?? workload.createdAt ?? ago('1d');
  return build(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...metadata(workload),
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
      spec: {
        progressDeadlineSeconds: 600,
        replicas: workload.replicas,
        revisionHistoryLimit: 10,
        selector: { matchLabels: workload.labels },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
        },
        template: template(workload),
      },
      status: {
        observedGeneration: workload.generation ?? 1,
        replicas: orNothing(scheduled),
        updatedReplicas: orNothing(counts.updated ?? scheduled),
        readyReplicas: orNothing(ready),
        availableReplicas: orNothing(ready),
        unavailableReplicas: orNothing(workload.replicas - ready),
        conditions: deploymentConditions(workload, ready, since),
      },
    },
    counts,
  );
}

/** The ReplicaSet of a Deployment. */
export function replicaSet(
  workload: Workload,
  counts: PodCounts & Overrides = {},
): KubeObject {
  const { scheduled = workload.replicas, ready = scheduled } = counts;
  const hash = { 'pod-template-hash': workload.hash ?? 'hash' };
  return build(
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        ...metadata(workload),
        name: ownerOf(workload),
        uid: replicaSetUidOf(workload),
        labels: { ...workload.labels, ...hash },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            blockOwnerDeletion: true,
            controller: true,
            kind: 'Deployment',
            name: workload.name,
            uid: uidOf(workload),
          },
        ],
      },
      spec: {
        replicas: workload.replicas,
        selector: { matchLabels: { ...workload.labels, ...hash } },
        template: template(workload, hash),
      },
      status: {
        observedGeneration: workload.generation ?? 1,
        replicas: scheduled,
        fullyLabeledReplicas: orNothing(scheduled),
        readyReplicas: orNothing(ready),
        availableReplicas: orNothing(ready),
      },
    },
    counts,
  );
}

import { KubeObject } from '@clusterworks/kube-simulator';
import { PodModel, Workload } from '../model/Workload';
import { podSpec } from './podObject';

function metadata(
  workload: Workload,
  name = workload.name,
  uid = workload.uid,
) {
  return {
    name,
    namespace: workload.namespace,
    uid,
    creationTimestamp: workload.createdAt,
    generation: workload.generation,
    labels: workload.labels,
  };
}

function template(workload: Workload, more: Record<string, string> = {}) {
  return {
    metadata: {
      labels: { ...workload.labels, ...workload.podLabels, ...more },
    },
    spec: podSpec(workload),
  };
}

function counts(pods: PodModel[]) {
  const present = pods.filter(pod => !pod.deletedAt);
  return {
    all: present.length,
    ready: present.filter(pod => pod.ready).length,
    scheduled: present.filter(pod => pod.machine).length,
  };
}

/** Drops zeros, which Kubernetes does not write. */
function nonZero(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value > 0),
  );
}

/** A DaemonSet. */
export function daemonSetObject(
  workload: Workload,
  pods: PodModel[],
): KubeObject {
  const { scheduled, ready } = counts(pods);
  return {
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
      observedGeneration: workload.generation,
      updatedNumberScheduled: scheduled,
      ...nonZero({
        numberAvailable: ready,
        numberUnavailable: scheduled - ready,
      }),
    },
  };
}

/** A Deployment. */
export function deploymentObject(
  workload: Workload,
  pods: PodModel[],
): KubeObject {
  const { all, ready } = counts(pods);
  const needed = Math.ceil(workload.replicas * 0.75);
  const isAvailable = ready >= needed;
  const since = workload.availableSince ?? workload.createdAt;
  return {
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
      observedGeneration: workload.generation,
      ...nonZero({
        replicas: all,
        updatedReplicas: all,
        readyReplicas: ready,
        availableReplicas: ready,
        unavailableReplicas: workload.replicas - ready,
      }),
      conditions: [
        {
          type: 'Available',
          status: isAvailable ? 'True' : 'False',
          reason: isAvailable
            ? 'MinimumReplicasAvailable'
            : 'MinimumReplicasUnavailable',
          message: isAvailable
            ? 'Deployment has minimum availability.'
            : 'Deployment does not have minimum availability.',
          lastTransitionTime: since,
          lastUpdateTime: since,
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: `ReplicaSet "${workload.name}-${workload.hash}" has successfully progressed.`,
          lastTransitionTime: workload.createdAt,
          lastUpdateTime: workload.createdAt,
        },
      ],
    },
  };
}

/** The ReplicaSet of a Deployment. */
export function replicaSetObject(
  workload: Workload,
  pods: PodModel[],
): KubeObject {
  const { all, ready } = counts(pods);
  const hash = { 'pod-template-hash': workload.hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      ...metadata(
        workload,
        `${workload.name}-${workload.hash}`,
        workload.replicaSetUid,
      ),
      labels: { ...workload.labels, ...hash },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'Deployment',
          name: workload.name,
          uid: workload.uid,
        },
      ],
    },
    spec: {
      replicas: workload.replicas,
      selector: { matchLabels: { ...workload.labels, ...hash } },
      template: template(workload, hash),
    },
    status: {
      observedGeneration: workload.generation,
      replicas: all,
      ...nonZero({
        fullyLabeledReplicas: all,
        readyReplicas: ready,
        availableReplicas: ready,
      }),
    },
  };
}
